package dev.ephor.audit.config;

import dev.ephor.audit.application.FollowerStanding;
import dev.ephor.audit.application.OverseeingFollowers;
import dev.ephor.audit.application.OverseeingFollowers.Overseen;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** How far behind the log each of its followers is. One that was dropped has no number any more. */
@ApplicationScoped
class FollowerMetrics {
    private final OverseeingFollowers followers;
    private final MeterRegistry metrics;
    private final Clock clock;

    FollowerMetrics(OverseeingFollowers followers, MeterRegistry metrics, Clock clock) {
        this.followers = followers;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        var names = new TreeSet<>(followers.own());
        followers.all().stream()
                .map(Overseen::standing)
                .map(FollowerStanding::name)
                .forEach(names::add);
        for (String name : names) {
            gauge(name, "lag", "Entries that it has not taken", Overseen::lag);
            gauge(
                    name,
                    "idle.seconds",
                    "Since when it has taken nothing although there is something; 0 while it keeps up",
                    this::idleSeconds);
        }
    }

    private void gauge(
            String name, String what, String description, ToDoubleFunction<Overseen> value) {
        Gauge.builder(
                        "ephor.audit.follower." + what,
                        () ->
                                followers.find(name).stream()
                                        .mapToDouble(value)
                                        .findFirst()
                                        .orElse(Double.NaN))
                .description(description)
                .tag("follower", name)
                .register(metrics);
    }

    private double idleSeconds(Overseen one) {
        return one.lag() == 0
                ? 0
                : Duration.between(one.standing().movedAt(), clock.instant()).toMillis() / 1_000.0;
    }
}
