package dev.ephor.kit.journal;

import dev.ephor.events.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event comes from.
 *
 * @param correlationId the activation id, or the id of what began the story
 * @param causationId the event that led here; null at the edge
 * @param traceparent W3C trace context of the beginning of the journey
 * @param at when it happens
 */
public record Cause(
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        Instant at) {

    /** The story goes on: caused by an event. */
    public static Cause of(Envelope<?> event, Instant at) {
        return new Cause(event.correlationId(), event.id(), event.traceparent(), at);
    }
}
