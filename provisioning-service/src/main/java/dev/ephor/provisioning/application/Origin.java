package dev.ephor.provisioning.application;

import dev.ephor.events.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The event from which the present deliveries of an activation come.
 *
 * @param eventId its id, which what follows names as its cause
 * @param traceparent W3C trace context of the beginning of the journey
 */
public record Origin(String eventId, @Nullable String traceparent) {

    static Origin of(Envelope<?> event) {
        return new Origin(event.id(), event.traceparent());
    }
}
