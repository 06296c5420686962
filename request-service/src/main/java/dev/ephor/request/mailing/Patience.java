package dev.ephor.request.mailing;

import java.time.Duration;
import java.time.Instant;

/** How long a mail server that is away is left alone: a second, then longer, a minute at most. */
final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MANY = 6;

    private volatile Instant until = Instant.MIN;
    private int failures;

    /** It failed again. */
    Instant after(Instant now) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures++, MANY));
        until = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        return until;
    }

    /** It answers. */
    void renew() {
        failures = 0;
        until = Instant.MIN;
    }

    /** Whether nothing has failed since it answered last. */
    boolean isNew() {
        return failures == 0;
    }

    Instant until() {
        return until;
    }
}
