package dev.ephor.membership.config;

import dev.ephor.kit.time.GuardedClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the clocks are off. Ready all the same: this instance goes by the time that it
 * reckons, and the windows of its partitions would end later without it.
 */
@Readiness
@Singleton
class ClockHealth implements HealthCheck {
    private final GuardedClock clock;

    ClockHealth(GuardedClock clock, MeterRegistry metrics) {
        this.clock = clock;
        gauge(metrics, "host", clock::skew);
        gauge(metrics, "broker", clock::otherSkew);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clock")
                .withData("this host is ahead by", clock.skew().toString())
                .withData("the brokers are ahead by", String.valueOf(clock.otherSkew()))
                .up()
                .build();
    }

    private static void gauge(MeterRegistry metrics, String of, Supplier<@Nullable Duration> skew) {
        Gauge.builder("ephor.clock.skew", skew, ClockHealth::seconds)
                .description("How far a clock is ahead of the time that is reckoned with")
                .tag("of", of)
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    private static double seconds(Supplier<@Nullable Duration> skew) {
        Duration known = skew.get();
        return known == null ? Double.NaN : known.toNanos() / 1e9;
    }
}
