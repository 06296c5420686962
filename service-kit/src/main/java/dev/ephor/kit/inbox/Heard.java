package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import java.util.List;

/**
 * A CDI event: what a subscription has just handled, for observers in the same transaction. An
 * observer that fails spoils the transaction, as the subscription itself would.
 *
 * @param subscription its name
 */
public record Heard(String subscription, List<Envelope<? extends Event>> events) {
    public Heard {
        events = List.copyOf(events);
    }
}
