package dev.ephor.membership.config;

import dev.ephor.membership.application.SweepMeasures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What the sweeps read and find, as meters. */
final class SweepMeters implements SweepMeasures {
    private static final String DIRECTORY = "directory";

    private final MeterRegistry metrics;

    SweepMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void read(String directory, boolean succeeded) {
        String outcome = succeeded ? "succeeded" : "failed";
        metrics.counter("ephor.sweep.reads", DIRECTORY, directory, "outcome", outcome).increment();
    }

    @Override
    public void swept(String directory, int groups, Duration took) {
        metrics.timer("ephor.sweep.full", DIRECTORY, directory).record(took);
        metrics.summary("ephor.sweep.groups", DIRECTORY, directory).record(groups);
    }

    @Override
    public void sighted(boolean present) {
        metrics.counter("ephor.sweep.sightings", "present", String.valueOf(present)).increment();
    }
}
