package dev.ephor.audit.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as the database takes them. */
final class SqlTimes {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private SqlTimes() {}

    /** What a caller asks for may lie where the database has no times, and nothing else either. */
    static OffsetDateTime of(Instant time) {
        Instant known = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return known.atOffset(ZoneOffset.UTC);
    }
}
