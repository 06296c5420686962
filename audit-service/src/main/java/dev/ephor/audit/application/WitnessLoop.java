package dev.ephor.audit.application;

import dev.ephor.audit.application.WitnessOutcome.Kind;
import dev.ephor.kit.time.Stop;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Asks a witness whenever there is a new checkpoint, and ever more rarely while it fails. */
final class WitnessLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(WitnessLoop.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final AskingWitness asking;
    private final CountWitnessOutcomes count;
    private final Stop stop;

    /** At the start there may be one that was signed before. */
    private final Semaphore bell = new Semaphore(1);

    private int failures;
    private String said = "";

    WitnessLoop(AskingWitness asking, CountWitnessOutcomes count, Stop stop) {
        this.asking = asking;
        this.count = count;
        this.stop = stop;
    }

    AskingWitness asking() {
        return asking;
    }

    void wake() {
        bell.release();
    }

    @Override
    public void run() {
        try {
            while (!stop.isRequested()) {
                bell.acquire();
                bell.drainPermits();
                if (!stop.isRequested()) {
                    once();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        WitnessOutcome outcome = outcome();
        if (outcome.kind() != Kind.NOTHING_NEW) {
            count.count(asking.witness().key().name(), outcome.kind());
        }
        if (outcome.isFailure()) {
            say(outcome);
            bell.release();
            stop.isRequestedWithin(waitAfter(failures++));
        } else {
            failures = 0;
            said = "";
        }
    }

    /** The database may be away, too. */
    private WitnessOutcome outcome() {
        try {
            return asking.ask();
        } catch (RuntimeException e) {
            return WitnessOutcome.unreachable(String.valueOf(e.getMessage()));
        }
    }

    /** It is tried again and again; the log says it once. */
    private void say(WitnessOutcome failure) {
        if (!failure.why().equals(said)) {
            said = failure.why();
            LOG.log(
                    failure.kind() == Kind.ANOTHER_LOG ? Logger.Level.ERROR : Logger.Level.WARN,
                    "The witness %s has not cosigned: %s"
                            .formatted(asking.witness().key().name(), said));
        }
    }

    static Duration waitAfter(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
