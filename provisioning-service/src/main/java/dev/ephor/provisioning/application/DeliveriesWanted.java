package dev.ephor.provisioning.application;

import java.util.List;

/** Fired inside a transaction and observed after it: these are now to be delivered. */
public record DeliveriesWanted(List<DueDelivery> deliveries) {

    public DeliveriesWanted {
        deliveries = List.copyOf(deliveries);
    }
}
