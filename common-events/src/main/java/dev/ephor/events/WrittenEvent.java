package dev.ephor.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event whose data is written already: it can be kept, and said again byte for byte, without
 * anybody reading it. The attributes are those of {@link Envelope}.
 *
 * @param type its CloudEvents type
 * @param key its partition key, which is its subject too
 * @param json its data
 */
public record WrittenEvent(
        String id,
        String source,
        String type,
        Instant time,
        String key,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        byte[] json) {
    public WrittenEvent {
        Objects.requireNonNull(id);
        Objects.requireNonNull(source);
        Objects.requireNonNull(type);
        Objects.requireNonNull(time);
        Objects.requireNonNull(key);
        Objects.requireNonNull(correlationId);
        Objects.requireNonNull(json);
    }
}
