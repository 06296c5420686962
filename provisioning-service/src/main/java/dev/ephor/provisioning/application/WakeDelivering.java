package dev.ephor.provisioning.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Tells the dispatcher of new deliveries once the transaction that wants them has committed. */
@ApplicationScoped
class WakeDelivering {
    private final Event<DeliveriesWanted> event;

    WakeDelivering(Event<DeliveriesWanted> event) {
        this.event = event;
    }

    void afterCommit(List<DueDelivery> wanted) {
        if (!wanted.isEmpty()) {
            event.fire(new DeliveriesWanted(wanted));
        }
    }
}
