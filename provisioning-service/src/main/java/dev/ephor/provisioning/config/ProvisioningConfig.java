package dev.ephor.provisioning.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys under {@code ephor.provisioning}; application.properties explains each. */
@ConfigMapping(prefix = "ephor.provisioning")
interface ProvisioningConfig {
    @WithDefault("3")
    int stuckAfter();

    @WithDefault("200")
    int batch();

    @WithDefault("4")
    int callsPerTarget();

    Retry retry();

    Breaker breaker();

    Reconcile reconcile();

    interface Reconcile {
        @WithDefault("10m")
        Duration every();

        @WithDefault("10s")
        Duration settle();

        @WithDefault("4")
        int rest();
    }

    interface Breaker {
        @WithDefault("3")
        int opensAfter();

        @WithDefault("5m")
        Duration quarantineAfter();

        @WithDefault("5m")
        Duration quarantinedGrants();
    }

    interface Retry {
        @WithDefault("1s")
        Duration first();

        @WithDefault("1m")
        Duration grantsAtMost();

        @WithDefault("10s")
        Duration withdrawalsAtMost();

        @WithDefault("5m")
        Duration askedAtMost();
    }
}
