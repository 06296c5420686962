package dev.ephor.kit.inbox;

import dev.ephor.kit.journal.Outage;
import dev.ephor.kit.time.Stop;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * How long a failing handler is tried: for ever while the database is away, a few times otherwise.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int TRIES = 5;
    private static final long FIRST_WAIT_MILLIS = 20;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final String who;
    private final Stop stop;
    private int failures;

    Patience(String who, Stop stop) {
        this.who = who;
        this.stop = stop;
    }

    /** Whether trying again is pointless. */
    boolean isOver(RuntimeException failure) {
        return !Outage.isBehind(failure) && failures + 1 >= TRIES;
    }

    /** Waits before the next try; false when there is to be none, because the service stops. */
    boolean waitAfter(RuntimeException failure) throws InterruptedException {
        failures++;
        if (failures == TRIES) {
            LOG.warnf("%s fails and goes on trying: %s", who, reason(failure));
        }
        return !stop.isRequestedWithin(
                Duration.ofMillis(
                        Math.min(
                                LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(failures, 10))));
    }

    /** The innermost cause in one line: a dead letter's reason. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }
}
