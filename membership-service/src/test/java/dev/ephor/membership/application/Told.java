package dev.ephor.membership.application;

import dev.ephor.events.ObservationEvent;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Outcomes that a test waits for. */
final class Told implements Outcomes {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final BlockingQueue<ObservationEvent> told = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** The log does not take the next so many. */
    void refuse(int times) {
        refusals.set(times);
    }

    @Override
    public CompletionStage<?> tell(DirectoryTask task, ObservationEvent outcome) {
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("no log"));
        }
        told.add(outcome);
        return CompletableFuture.completedFuture(null);
    }

    ObservationEvent next() throws InterruptedException {
        ObservationEvent next = told.poll(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }
}
