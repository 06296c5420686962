package dev.ephor.membership.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the directory made of what is wanted.
 *
 * @param generation the newest that was read back as wanted
 * @param attempts how often the present change failed in a row
 * @param stuck whether that was often enough, or waits for long enough, to call a person
 * @param at when that generation was confirmed; null: not known
 * @param answer what the directory said when the present change failed last; null: it did not
 * @param failedAt when that was
 */
public record Confirmation(
        long generation,
        int attempts,
        boolean stuck,
        @Nullable Instant at,
        @Nullable String answer,
        @Nullable Instant failedAt) {
    static final Confirmation NONE = new Confirmation(0, 0, false, null, null, null);

    /**
     * @param newest when the directory was read; the first time is kept
     */
    Confirmation of(long confirmed, Instant newest) {
        Instant first = confirmed == generation && at != null ? at : newest;
        return new Confirmation(confirmed, 0, false, first, null, null);
    }

    /** Another change is wanted: its failures are counted anew. */
    Confirmation anew() {
        return new Confirmation(generation, 0, false, at, null, null);
    }

    Confirmation failed(int times, String reason, Instant when) {
        return new Confirmation(generation, times, stuck, at, reason, when);
    }

    Confirmation stuckNow() {
        return new Confirmation(generation, attempts, true, at, answer, failedAt);
    }
}
