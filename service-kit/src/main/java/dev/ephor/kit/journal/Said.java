package dev.ephor.kit.journal;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import java.util.List;

/**
 * A CDI event: what this service says, for its observers in the same transaction. An observer that
 * fails spoils the transaction.
 */
public record Said(List<Envelope<? extends Event>> events) {
    public Said {
        events = List.copyOf(events);
    }
}
