package dev.ephor.membership.application;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Rings at the earliest time that it was set to. Not thread-safe, but for its closing. */
final class Alarm implements AutoCloseable {
    private final Runnable ring;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("directory-retries").daemon().factory());
    private Instant at = Instant.MAX;

    Alarm(Runnable ring) {
        this.ring = ring;
    }

    void set(Instant now, Instant wake) {
        if (wake.isBefore(at)) {
            at = wake;
            long millis = Math.max(1, Duration.between(now, wake).toMillis());
            var _ = timer.schedule(ring, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** It rang: to be set anew. */
    void rang() {
        at = Instant.MAX;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
