package dev.ephor.membership.application;

import dev.ephor.events.Change;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What was measured, for a test to read. */
final class Measured implements DirectoryMeasures {
    final AtomicInteger throttled = new AtomicInteger();
    final AtomicInteger conflicts = new AtomicInteger();

    @Override
    public void sent(Change change, Duration waited) {}

    @Override
    public void throttled() {
        throttled.incrementAndGet();
    }

    @Override
    public void conflicted() {
        conflicts.incrementAndGet();
    }
}
