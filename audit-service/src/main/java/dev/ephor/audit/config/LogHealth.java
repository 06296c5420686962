package dev.ephor.audit.config;

import dev.ephor.audit.application.ReadingTheLog;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready when the log does not end as its head says: somebody cut or changed it, and a person
 * has to look. The whole log is checked by {@code GET /ephor/v1/audit/verify}.
 */
@Readiness
@ApplicationScoped
class LogHealth implements HealthCheck {
    private final ReadingTheLog log;

    LogHealth(ReadingTheLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("the log ends as its head says")
                .status(log.endsAsItsHeadSays())
                .build();
    }
}
