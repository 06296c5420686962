package dev.ephor.kit.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the catalogue is loaded: before that, every group would look unknown. */
@Readiness
@ApplicationScoped
class CatalogHealth implements HealthCheck {
    private final CatalogFollower follower;

    CatalogHealth(CatalogFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalogue").status(follower.isLoaded()).build();
    }
}
