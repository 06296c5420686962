package dev.ephor.request.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.SignalEvent.TicketClosed;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.Subscription;
import dev.ephor.request.application.ClosingTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears which tickets are closed. */
@ApplicationScoped
class TicketsSubscription implements Subscription {
    private final ClosingTickets closing;

    TicketsSubscription(ClosingTickets closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return List.of(Topics.SIGNALS);
    }

    @Override
    public void accept(Envelope<? extends Event> event) {
        if (event.data() instanceof TicketClosed) {
            closing.close(event.as(TicketClosed.class));
        }
    }
}
