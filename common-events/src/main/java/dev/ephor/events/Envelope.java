package dev.ephor.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the wire says about it (CloudEvents 1.0 attributes).
 *
 * @param id unique per source; the key by which a consumer knows a redelivery
 * @param source who says it, such as {@code /ephor/request-service}
 * @param time when it happened
 * @param correlationId the activation id through its whole life; for an event of no activation, the
 *     id of what began it
 * @param causationId the id of the event that led to this one; null at the edge
 * @param traceparent W3C trace context of the beginning of the journey
 */
public record Envelope<E extends Event>(
        String id,
        String source,
        Instant time,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        E data) {
    public Envelope {
        Objects.requireNonNull(id);
        Objects.requireNonNull(source);
        Objects.requireNonNull(time);
        Objects.requireNonNull(correlationId);
        Objects.requireNonNull(data);
    }

    /**
     * The same event seen as one of a narrower kind; a {@link ClassCastException} where it is none.
     */
    public <T extends Event> Envelope<T> as(Class<T> kind) {
        return new Envelope<>(
                id, source, time, correlationId, causationId, traceparent, kind.cast(data));
    }
}
