package dev.ephor.quickstart.entra;

import java.time.Duration;

/** Holds so many tokens at most, and is filled with as many in every period. Thread-safe. */
final class TokenBucket {
    private final int most;
    private final double nanosForOne;
    private double tokens;
    private long filled = System.nanoTime();

    TokenBucket(int most, Duration period) {
        this.most = most;
        this.nanosForOne = (double) period.toNanos() / most;
        this.tokens = most;
    }

    /**
     * Takes so many, if they are there.
     *
     * @return zero if they were; else how long until they are
     */
    synchronized Duration take(int wanted) {
        long now = System.nanoTime();
        tokens = Math.min(most, tokens + (now - filled) / nanosForOne);
        filled = now;
        if (tokens < wanted) {
            return Duration.ofNanos((long) Math.ceil((wanted - tokens) * nanosForOne));
        }
        tokens -= wanted;
        return Duration.ZERO;
    }
}
