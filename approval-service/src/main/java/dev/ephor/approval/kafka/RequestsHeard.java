package dev.ephor.approval.kafka;

import dev.ephor.approval.application.HearingRequests;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears {@code ephor.requests}. */
@ApplicationScoped
class RequestsHeard implements Subscription {
    private final HearingRequests hearing;

    RequestsHeard(HearingRequests hearing) {
        this.hearing = hearing;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.REQUESTS);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        acceptAll(List.of(event));
    }

    @Override
    public void acceptAll(List<Envelope<? extends Event>> events) {
        hearing.hear(events.stream().map(event -> event.as(RequestEvent.class)).toList());
    }
}
