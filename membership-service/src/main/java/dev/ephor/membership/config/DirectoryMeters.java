package dev.ephor.membership.config;

import dev.ephor.events.Change;
import dev.ephor.membership.application.DirectoryMeasures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What goes to the directories, as meters. */
final class DirectoryMeters implements DirectoryMeasures {
    private final Timer removalWait;
    private final Timer grantWait;
    private final Counter throttled;
    private final Counter conflicts;

    DirectoryMeters(MeterRegistry metrics) {
        this.removalWait = waiting("removal", metrics);
        this.grantWait = waiting("grant", metrics);
        this.throttled =
                Counter.builder("ephor.directory.throttled")
                        .description("Answers of a directory that asked to be left alone")
                        .register(metrics);
        this.conflicts =
                Counter.builder("ephor.directory.conflicts")
                        .description("Answers of a directory that two writes of a group met")
                        .register(metrics);
    }

    @Override
    public void sent(Change change, Duration waited) {
        (change == Change.WITHDRAW ? removalWait : grantWait).record(waited);
    }

    @Override
    public void throttled() {
        throttled.increment();
    }

    @Override
    public void conflicted() {
        conflicts.increment();
    }

    private static Timer waiting(String change, MeterRegistry metrics) {
        return Timer.builder("ephor.directory.wait")
                .description("From when a change was wanted until it was first sent")
                .tag("change", change)
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }
}
