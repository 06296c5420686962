package dev.ephor.connector;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads HTTP's {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
public final class RetryAfter {

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
        Duration wait =
                value.chars().allMatch(Character::isDigit) ? seconds(value) : until(value, now);
        return wait != null && wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable Duration seconds(String digits) {
        // More digits than this would overflow, and mean decades.
        return digits.length() > 9 ? null : Duration.ofSeconds(Long.parseLong(digits));
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
