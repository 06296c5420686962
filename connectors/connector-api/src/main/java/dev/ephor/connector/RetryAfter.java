package dev.ephor.connector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP's {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. Graph has been
 * seen to give fractions of a second, which the RFC does not know.
 */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");
    private static final BigDecimal DECADES = BigDecimal.valueOf(999_999_999);

    private RetryAfter() {}

    /**
     * How long to wait from now on.
     *
     * @param header the header's value; null where the answer had none
     * @return null where there is nothing to be understood; never negative
     */
    public static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String value = header.strip();
        Duration wait = SECONDS.matcher(value).matches() ? seconds(value) : until(value, now);
        return wait != null && wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Duration seconds(String number) {
        BigDecimal seconds = new BigDecimal(number);
        return seconds.compareTo(DECADES) > 0
                ? null
                : Duration.ofMillis(
                        seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue());
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, then);
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
