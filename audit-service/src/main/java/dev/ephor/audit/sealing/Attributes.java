package dev.ephor.audit.sealing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a record's CloudEvents headers say. Each may be absent: a record is sealed whatever it is.
 *
 * @param time when it happened, to the microsecond; where the event does not say, when the record
 *     was written
 */
public record Attributes(
        @Nullable String id,
        @Nullable String type,
        @Nullable String source,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId) {
    /** Longer ones are no ids and would not fit an index. */
    private static final int LONGEST = 512;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public static Attributes of(Leaf leaf) {
        return new Attributes(
                text(leaf, "ce_id"),
                text(leaf, "ce_type"),
                text(leaf, "ce_source"),
                time(leaf),
                text(leaf, "ce_correlationid"),
                text(leaf, "ce_causationid"));
    }

    private static @Nullable String text(Leaf leaf, String header) {
        return searchable(leaf.header(header));
    }

    /** The text when a database can hold and find it, else null. */
    static @Nullable String searchable(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        return text.indexOf('\0') < 0 ? text : null;
    }

    private static Instant time(Leaf leaf) {
        Instant said = said(leaf.header("ce_time"));
        Instant time = said == null ? Instant.ofEpochMilli(leaf.timestamp()) : said;
        boolean plausible = !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST);
        return plausible ? time.truncatedTo(ChronoUnit.MICROS) : Instant.EPOCH;
    }

    private static @Nullable Instant said(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
