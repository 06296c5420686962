package dev.ephor.provisioning.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.catalog.CatalogFollower;
import dev.ephor.kit.inbox.Subscription;
import dev.ephor.provisioning.application.HearingMemberships;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears {@code ephor.memberships}. */
@ApplicationScoped
class MembershipsSubscription implements Subscription {
    private final HearingMemberships hearing;
    private final CatalogFollower catalog;

    MembershipsSubscription(HearingMemberships hearing, CatalogFollower catalog) {
        this.hearing = hearing;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.MEMBERSHIPS);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        acceptAll(List.of(event));
    }

    /** Waits for the catalogue first: before it is loaded, every group would look unknown. */
    @Override
    public void acceptAll(List<Envelope<? extends Event>> events) {
        try {
            catalog.awaitLoaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the catalogue", e);
        }
        hearing.hear(events);
    }
}
