package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.responses} (written by request-service): what a signal or a responder's call made
 * Ephor do, and which signals it refused. What a response ends is said on {@code ephor.requests},
 * with the response's id as the causation.
 */
public sealed interface ResponseEvent extends Event {

    /** One that is about a response. */
    sealed interface OfResponse extends ResponseEvent {
        String responseId();

        Scope scope();

        @Override
        default String partitionKey() {
            return "tenant/" + scope().tenant();
        }
    }

    /**
     * Somebody wants what needs a second person.
     *
     * @param via the producer of the signal, or {@code api}
     * @param confirmBy until when another responder can confirm it
     */
    @EventType("dev.ephor.response.proposed.v1")
    record ResponseProposed(
            String responseId,
            Scope scope,
            boolean revokes,
            boolean suspends,
            @Nullable Instant until,
            String requestedBy,
            String via,
            String reason,
            Instant proposedAt,
            Instant confirmBy)
            implements OfResponse {}

    /** Nobody confirmed it in time; nothing was done. */
    @EventType("dev.ephor.response.lapsed.v1")
    record ResponseLapsed(String responseId, Scope scope, Instant confirmBy, Instant lapsedAt)
            implements OfResponse {}

    /**
     * It is in force: new activations are refused, what is live is being ended.
     *
     * @param revokes whether it ends what is active
     * @param suspends whether new activations of the scope are refused
     * @param until when the suspension ends; null: when somebody resumes, or there is none
     * @param requestedBy who or what asked
     * @param confirmedBy the second person; null: none was needed
     * @param via the producer of the signal, or {@code api}
     */
    @EventType("dev.ephor.response.begun.v1")
    record ResponseBegun(
            String responseId,
            Scope scope,
            boolean revokes,
            boolean suspends,
            @Nullable Instant until,
            String requestedBy,
            @Nullable String confirmedBy,
            String via,
            String reason,
            Instant requestedAt,
            Instant begunAt)
            implements OfResponse {}

    /**
     * All that it ended is gone from the directory and from every target: both were read back.
     *
     * @param activations how many it ended
     * @param begunAt {@code completedAt} minus this is what the kill switch took
     */
    @EventType("dev.ephor.response.completed.v1")
    record ResponseCompleted(
            String responseId, Scope scope, int activations, Instant begunAt, Instant completedAt)
            implements OfResponse {}

    /**
     * New activations are possible again, as far as this response is concerned.
     *
     * @param endedBy who resumed; null: its end passed
     * @param reason why somebody resumed; null: its end passed
     */
    @EventType("dev.ephor.suspension.ended.v1")
    record SuspensionEnded(
            String responseId,
            Scope scope,
            @Nullable String endedBy,
            @Nullable String reason,
            Instant endedAt)
            implements OfResponse {}

    /**
     * A finding: a record on {@code ephor.signals} was not believed. It lies in the dead letters.
     *
     * @param problem what was wrong first
     * @param detail one sentence for an operator
     * @param producer the configured name of the source; null: unknown
     * @param signalId its CloudEvents id, as far as it had one; so source, type and tenant
     */
    @EventType("dev.ephor.signal.refused.v1")
    record SignalRefused(
            Problem problem,
            String detail,
            @Nullable String producer,
            @Nullable String signalId,
            @Nullable String source,
            @Nullable String type,
            @Nullable String tenant,
            int partition,
            long offset,
            Instant refusedAt)
            implements ResponseEvent {
        @Override
        public String partitionKey() {
            return "signals";
        }
    }

    /** Why a signal is not believed. */
    enum Problem {
        UNREADABLE("unreadable"),
        UNKNOWN_TYPE("unknownType"),
        UNKNOWN_PRODUCER("unknownProducer"),
        UNSIGNED("unsigned"),
        BAD_SIGNATURE("badSignature"),
        NOT_ALLOWED("notAllowed"),
        OUTSIDE_WINDOW("outsideWindow"),
        MISPLACED("misplaced"),
        NOT_HANDLED("notHandled");

        private final String wire;

        Problem(String wire) {
            this.wire = wire;
        }

        @JsonValue
        public String wire() {
            return wire;
        }

        /**
         * @throws IllegalArgumentException when the text is none of them
         */
        @JsonCreator
        public static Problem of(String text) {
            return Arrays.stream(values())
                    .filter(problem -> problem.wire.equals(text))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "'" + text + "' is no problem of a signal"));
        }
    }
}
