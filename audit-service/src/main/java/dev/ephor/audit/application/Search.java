package dev.ephor.audit.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted, in the order of their time; what is null or absent is not asked for.
 *
 * @param from the earliest time, included
 * @param to the latest time, excluded
 * @param by what they are about; all of it must hold
 * @param newestFirst whether the order is from the newest to the oldest
 * @param after the place behind which to go on, in that order; null: the beginning
 * @param limit the most that are returned
 */
public record Search(
        @Nullable Instant from,
        @Nullable Instant to,
        Map<By, String> by,
        boolean newestFirst,
        @Nullable Position after,
        int limit) {
    public Search {
        by = Map.copyOf(by);
    }

    /** What an entry is found by. */
    public enum By {
        PRINCIPAL,
        GROUP,
        TARGET,
        ACTIVATION,
        /** Who was asked to decide, or decided. */
        APPROVER,
        TICKET,
        TYPE,
        /**
         * Words that people wrote, as a search engine takes them: {@code restore -test "on call"}.
         */
        TEXT
    }

    /** Where an entry stands in the order of time. */
    public record Position(Instant at, long sequence) {}

    /** The oldest of what is about this one thing. */
    public static Search by(By by, String value, int limit) {
        return new Search(null, null, Map.of(by, value), false, null, limit);
    }

    /** The same from a place on. */
    public Search behind(Position place) {
        return new Search(from, to, by, newestFirst, place, limit);
    }
}
