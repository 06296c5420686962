package dev.ephor.approval.kafka;

import dev.ephor.approval.application.HearingResponses;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.ResponseEvent;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears {@code ephor.responses}. */
@ApplicationScoped
class ResponsesHeard implements Subscription {
    private final HearingResponses hearing;

    ResponsesHeard(HearingResponses hearing) {
        this.hearing = hearing;
    }

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.RESPONSES);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        hearing.hear(event.as(ResponseEvent.class));
    }
}
