package dev.ephor.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Wakes somebody whenever something of theirs is due, and sleeps until then: it costs nothing while
 * nothing is. It decides nothing itself. One virtual thread; {@link #wakeBy} may be called from any
 * other, such as an observer of a transaction that has just planned something.
 */
public final class DueTimer {
    private static final Logger LOG = Logger.getLogger(DueTimer.class);

    /**
     * What another instance planned is that instance's to do; should it die before, the others find
     * it when they look again.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Due due;
    private final Alarm alarm = new Alarm();
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * @param name of the thread, and in the log
     */
    public DueTimer(String name, Clock clock, Due due) {
        this.clock = clock;
        this.due = due;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** What somebody does with their time. */
    @FunctionalInterface
    public interface Due {
        /**
         * Does what is due by then.
         *
         * @return when the next is due; empty: nothing waits. An instant that is not after {@code
         *     now} says that something due could not be done: it is tried again in a second
         * @throws RuntimeException when it cannot be seen what is due; logged, and tried again in a
         *     second
         */
        Optional<Instant> settle(Instant now);
    }

    /** Begins, and at once does what became due while nobody ran. */
    public void start() {
        thread.start();
    }

    /** Ends it, and waits up to five seconds for work in flight; of no effect before the start. */
    public void stop() throws InterruptedException {
        stopped = true;
        alarm.ringBy(Instant.MIN);
        if (thread.getState() != Thread.State.NEW) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** Something is due at this instant; changes nothing where something else is earlier. */
    public void wakeBy(Instant at) {
        alarm.ringBy(at);
    }

    private void run() {
        try {
            while (!stopped) {
                // Set before looking: what is planned meanwhile moves it forward and is not slept
                // over.
                alarm.set(clock.instant().plus(LOOK_AGAIN));
                alarm.ringBy(settleAndFindNext());
                if (!stopped) {
                    alarm.await(clock);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant settleAndFindNext() {
        Instant now = clock.instant();
        try {
            Instant next = due.settle(now).orElse(Instant.MAX);
            return next.isAfter(now) ? next : now.plus(AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "%s cannot see what is due, and looks again: %s",
                    thread.getName(), e.getMessage());
            return now.plus(AFTER_FAILURE);
        }
    }
}
