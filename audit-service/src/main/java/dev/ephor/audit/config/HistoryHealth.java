package dev.ephor.audit.config;

import dev.ephor.audit.application.ComparingHistories;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready when the database is not what was signed of the log, most likely because it was put
 * back to an earlier state: nothing is signed or sealed until a person has looked.
 */
@Readiness
@ApplicationScoped
class HistoryHealth implements HealthCheck {
    private final ComparingHistories histories;
    private final MeterRegistry metrics;

    HistoryHealth(ComparingHistories histories, MeterRegistry metrics) {
        this.histories = histories;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("ephor.audit.history.broken", () -> isBroken() ? 1 : 0)
                .description("1 while the log is not what was signed of it")
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("the log is what was signed of it").status(!isBroken());
        histories
                .newest()
                .filter(comparison -> !comparison.allowsSigning())
                .ifPresent(broken -> answer.withData("why", broken.why()));
        return answer.build();
    }

    private boolean isBroken() {
        return histories.newest().filter(comparison -> !comparison.allowsSigning()).isPresent();
    }
}
