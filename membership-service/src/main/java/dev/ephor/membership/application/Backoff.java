package dev.ephor.membership.application;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try: a second, doubled each time, at most five minutes. */
final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private Backoff() {}

    /**
     * @param failures so far, at least one
     * @param asked what the other side asked for; null where it did not
     */
    static Duration after(int failures, @Nullable Duration asked) {
        int doublings = Math.clamp(failures - 1L, 0, DOUBLINGS);
        Duration own = Duration.ofSeconds(1L << doublings);
        return shorter(asked != null && asked.compareTo(own) > 0 ? asked : own, LONGEST);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
