package dev.ephor.audit.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null is not asked for.
 *
 * @param from the earliest time, included
 * @param to the latest time, excluded
 * @param after the sequence behind which to go on; -1 for the beginning
 * @param limit the most that are returned
 */
public record Search(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String principal,
        @Nullable String group,
        @Nullable String activation,
        @Nullable String type,
        long after,
        int limit) {}
