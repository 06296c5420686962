package dev.ephor.request.config;

import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.EligibilityDecider;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The domain as beans. */
class Wiring {
    @Produces
    @Singleton
    ActivationDecider decider() {
        return new ActivationDecider();
    }

    @Produces
    @Singleton
    EligibilityDecider eligibilityDecider() {
        return new EligibilityDecider();
    }
}
