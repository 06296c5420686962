package dev.ephor.audit.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as people and programs get it, by REST and on {@code ephor.audit}; docs/audit-log.md
 * describes it. {@code leaf} alone is what the hashes prove; everything else of the event is there
 * to be read without taking it apart.
 *
 * @param leafHash 64 hexadecimal digits, as all hashes
 * @param kind whether this version could read it
 * @param problem why not, or what is left out; null for a whole event
 * @param data the event's data; null when the record holds no JSON
 * @param leaf the leaf's bytes in base 64; null where it is left out
 */
public record Line(
        long sequence,
        String leafHash,
        String previous,
        String hash,
        Kind kind,
        @Nullable String problem,
        @Nullable Source source,
        @Nullable Said event,
        @Nullable About about,
        @Nullable Object data,
        @Nullable String leaf) {

    /** The same without its bulk. */
    public Line abridged(String why) {
        return new Line(
                sequence, leafHash, previous, hash, kind, why, source, event, about, null, null);
    }

    /** What a sealed record is. */
    public enum Kind {
        EVENT,
        /** A CloudEvent of a type that this version does not know. */
        UNKNOWN_TYPE,
        /** Bytes that are no event. */
        UNREADABLE,
        /** The leaf is not there any more. */
        REMOVED
    }

    /**
     * Where the record stood in Kafka.
     *
     * @param timestamp when it was written; null when it does not say
     */
    public record Source(String topic, int partition, long offset, @Nullable Instant timestamp) {}

    /** What the CloudEvents headers say. */
    public record Said(
            @Nullable String id,
            @Nullable String type,
            @Nullable String source,
            Instant time,
            @Nullable String correlationId,
            @Nullable String causationId) {}

    /**
     * Whom and what it is about, as far as its key says.
     *
     * @param activation the activation that it belongs to: the correlation id, on the topics that
     *     an activation passes
     */
    public record About(
            @Nullable String tenant,
            @Nullable String group,
            @Nullable String principal,
            @Nullable String access,
            @Nullable String activation) {}
}
