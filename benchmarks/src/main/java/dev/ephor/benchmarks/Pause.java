package dev.ephor.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass, which is what is measured here. */
public final class Pause {
    private Pause() {}

    public static void until(Instant instant) throws InterruptedException {
        long nanos = Duration.between(Instant.now(), instant).toNanos();
        boolean never = new CountDownLatch(1).await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (never) {
            throw new IllegalStateException("nobody counts this down");
        }
    }
}
