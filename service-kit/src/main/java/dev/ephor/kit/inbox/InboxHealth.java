package dev.ephor.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every subscription has its partitions: before that, events would wait. */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {
    private final Inbox inbox;

    InboxHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("subscriptions").status(inbox.isConsuming()).build();
    }
}
