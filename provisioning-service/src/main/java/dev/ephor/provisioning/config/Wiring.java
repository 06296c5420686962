package dev.ephor.provisioning.config;

import dev.ephor.provisioning.delivering.Backoff;
import dev.ephor.provisioning.delivering.BreakerTerms;
import dev.ephor.provisioning.delivering.Limits;
import dev.ephor.provisioning.delivering.ReadingTerms;
import dev.ephor.provisioning.domain.Provisioner;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what is configured, at the start, so that a wrong value ends it with a clear line. */
class Wiring {
    @Produces
    @Singleton
    @Startup
    Provisioner provisioner(ProvisioningConfig config) {
        if (config.stuckAfter() < 1) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.stuck-after is %d: give 1 or more"
                            .formatted(config.stuckAfter()));
        }
        return new Provisioner(config.stuckAfter());
    }

    @Produces
    @Singleton
    @Startup
    Limits limits(ProvisioningConfig config) {
        return new Limits(config.batch(), config.callsPerTarget());
    }

    @Produces
    @Singleton
    @Startup
    BreakerTerms breakerTerms(ProvisioningConfig config) {
        ProvisioningConfig.Breaker breaker = config.breaker();
        return new BreakerTerms(
                breaker.opensAfter(), breaker.quarantineAfter(), breaker.quarantinedGrants());
    }

    @Produces
    @Singleton
    @Startup
    ReadingTerms readingTerms(ProvisioningConfig config) {
        ProvisioningConfig.Reconcile reconcile = config.reconcile();
        return new ReadingTerms(reconcile.every(), reconcile.settle(), reconcile.rest());
    }

    @Produces
    @Singleton
    @Startup
    Backoff backoff(ProvisioningConfig config) {
        ProvisioningConfig.Retry retry = config.retry();
        return new Backoff(
                retry.first(),
                retry.grantsAtMost(),
                retry.withdrawalsAtMost(),
                retry.askedAtMost());
    }
}
