package dev.ephor.provisioning.delivering;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.provisioning.application.Readings.Place;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What reading targets finds. */
@ApplicationScoped
class DriftMetrics {
    private final MeterRegistry registry;
    private final AtomicLong drifted = new AtomicLong();

    DriftMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("ephor.provisioning.drifted", drifted, AtomicLong::get)
                .description("Memberships in which a target and Ephor differ")
                .register(registry);
    }

    /** How many there are now, of all tenants. */
    void drifted(long count) {
        drifted.set(count);
    }

    void read(Place place, Duration took) {
        Timer.builder("ephor.provisioning.reading")
                .description("Reading who is in one group at a target")
                .tags(tags(place))
                .register(registry)
                .record(took);
    }

    void unread(Place place) {
        registry.counter("ephor.provisioning.unread", tags(place)).increment();
    }

    void found(Place place, Difference kind) {
        registry.counter("ephor.provisioning.drift", tags(place).and("kind", kind.wire()))
                .increment();
    }

    private static Tags tags(Place place) {
        return Tags.of("tenant", place.tenant(), "target", place.target());
    }
}
