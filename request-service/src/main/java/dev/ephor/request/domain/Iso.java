package dev.ephor.request.domain;

import dev.ephor.events.Bearable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as people and programs write them (ISO 8601), with a reason where they are not. */
public final class Iso {
    /** Databases and other programs end here; nothing that is meant lies behind it. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Iso() {}

    /**
     * A time in microseconds, which is what is kept of it.
     *
     * @throws IllegalArgumentException with a message that begins with the text in quotes
     */
    public static Instant instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (!instant.isAfter(LAST) && !instant.isBefore(Instant.EPOCH)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "'%s' is not a time with a zone such as 2026-01-31T08:00:00Z".formatted(cut(text)));
    }

    /**
     * @throws IllegalArgumentException with a message that begins with the text in quotes
     */
    public static Duration duration(String text) {
        Duration duration = parsed(text);
        if (!Bearable.is(duration)) {
            throw new IllegalArgumentException(
                    "'%s' is too long: no time can be reckoned that lies so far away"
                            .formatted(cut(text)));
        }
        return duration;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a duration such as PT8H or P1D (months and years have no fixed length)"
                            .formatted(cut(text)),
                    e);
        }
    }

    /** As Graph writes it: whole days from two on as days, everything else in hours and less. */
    public static String text(Duration duration) {
        boolean wholeDays = duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays && duration.toDays() > 1
                ? "P%dD".formatted(duration.toDays())
                : duration.toString();
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
