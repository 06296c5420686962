package dev.ephor.provisioning.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when what was left from before the start is being delivered. */
@Readiness
@ApplicationScoped
class DeliveringHealth implements HealthCheck {
    private final Backlog backlog;

    DeliveringHealth(Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("deliveries").status(backlog.isRead()).build();
    }
}
