package dev.ephor.request.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.Subscription;
import dev.ephor.request.application.FollowingActivations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Hears what becomes of activations. */
@ApplicationScoped
class ActivationsSubscription implements Subscription {
    private final FollowingActivations following;

    ActivationsSubscription(FollowingActivations following) {
        this.following = following;
    }

    @Override
    public String name() {
        return "activations";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.APPROVALS, Topics.MEMBERSHIPS, Topics.PROVISIONING);
    }

    /**
     * No activation waits for this; an activation's events come within some milliseconds of each
     * other.
     */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(25);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        following.follow(List.of(event));
    }

    @Override
    public void acceptAll(List<Envelope<? extends Event>> events) {
        following.follow(events);
    }
}
