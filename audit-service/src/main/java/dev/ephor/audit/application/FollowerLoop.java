package dev.ephor.audit.application;

import dev.ephor.audit.application.Following.Look;
import dev.ephor.kit.time.Stop;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks for as long as there is something, then waits to be woken. */
final class FollowerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(FollowerLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** Whoever is at it may die, and its last wake-up with it. */
    private static final Duration WHILE_ANOTHER_TAKES = Duration.ofSeconds(1);

    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<Look> look;
    private final Stop stop;
    private final Semaphore bell = new Semaphore(0);

    FollowerLoop(String name, Supplier<Look> look, Stop stop) {
        this.name = name;
        this.look = look;
        this.stop = stop;
    }

    void wake() {
        bell.release();
    }

    @Override
    public void run() {
        try {
            while (!stop.isRequested()) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            switch (look.get()) {
                case TOOK -> {}
                case NOTHING_NEW -> sleep(LOOK_ANYWAY);
                case ELSEWHERE -> sleep(WHILE_ANOTHER_TAKES);
            }
        } catch (RuntimeException e) {
            if (!stop.isRequested()) {
                LOG.warnf("The log's follower %s tries again: %s", name, e.getMessage());
                stop.isRequestedWithin(AFTER_FAILURE);
            }
        }
    }

    /** A commit that came since the look has rung already. */
    private void sleep(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
