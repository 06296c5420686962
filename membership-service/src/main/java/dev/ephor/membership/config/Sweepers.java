package dev.ephor.membership.config;

import dev.ephor.kit.time.Stop;
import dev.ephor.membership.application.FindMemberships.NotReady;
import dev.ephor.membership.application.Rosters;
import dev.ephor.membership.application.Sweep;
import dev.ephor.membership.application.Sweeps;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Sweeps every directory that can be read, each on a thread of its own. */
final class Sweepers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sweepers.class);
    private static final Duration NOT_YET = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

    private final Rosters rosters;
    private final Sweeps sweeps;
    private final Stop stop = new Stop();
    private final Set<String> swept = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Set<String> readable = Set.of();

    Sweepers(Rosters rosters, Sweeps sweeps) {
        this.rosters = rosters;
        this.sweeps = sweeps;
    }

    /**
     * Begins with the directories that are new, and leaves those that are gone; returns at once.
     */
    void update() {
        if (asked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sweeps").start(this::begin);
        }
    }

    @Override
    public void close() {
        stop.request();
    }

    private void begin() {
        asked.set(false);
        readable = rosters.directories();
        for (String directory : readable) {
            if (!stop.isRequested() && swept.add(directory)) {
                Thread.ofVirtual().name("sweep " + directory).start(() -> sweep(directory));
            }
        }
    }

    private void sweep(String directory) {
        Sweep sweep = sweeps.of(directory);
        try {
            Duration wait = Duration.ZERO;
            while (!stop.isRequestedWithin(wait) && readable.contains(directory)) {
                wait = step(sweep, directory);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            swept.remove(directory);
        }
    }

    private static Duration step(Sweep sweep, String directory) {
        try {
            return sweep.step();
        } catch (NotReady e) {
            LOG.debugf("The sweep of %s waits for the windows", directory);
            return NOT_YET;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The sweep of %s stumbled and goes on", directory);
            return AFTER_FAULT;
        }
    }
}
