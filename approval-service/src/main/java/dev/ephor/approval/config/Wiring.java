package dev.ephor.approval.config;

import dev.ephor.approval.domain.Approving;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the domain known to the container, which it does not know itself. */
class Wiring {
    @Produces
    @Singleton
    Approving approving() {
        return new Approving();
    }
}
