package dev.ephor.membership.kafka;

import dev.ephor.events.DriftEvent;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.Envelope;
import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.membership.kafka.Ledger.Origin;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is said into envelopes. Ids follow from what is said, so that saying it again is known
 * as such.
 */
final class Saying {
    static final String SOURCE = "/ephor/membership-service";

    private Saying() {}

    /**
     * @param heard what led to it; null: time alone, and then the approval that set the window did
     */
    static Envelope<MembershipEvent> envelope(
            MembershipEvent event,
            Instant now,
            Map<String, Origin> origins,
            @Nullable Envelope<?> heard) {
        String about = about(event);
        Origin origin = origins.get(about);
        return new Envelope<>(
                id(event),
                SOURCE,
                now,
                about,
                heard != null ? heard.id() : approval(origin),
                origin != null ? origin.traceparent() : traceparent(heard),
                event);
    }

    /** The activation or the drift whose story it belongs to. */
    private static String about(MembershipEvent event) {
        return switch (event) {
            case OfActivation e -> e.activationId();
            case DriftEvent e -> e.driftId();
        };
    }

    private static String id(MembershipEvent event) {
        return DeterministicId.of(
                event.key().toString(),
                step(event),
                EventTypes.nameOf(event.getClass()),
                about(event));
    }

    /** What tells apart events of one type in one story. */
    private static String step(MembershipEvent event) {
        return switch (event) {
            case OfActivation e -> String.valueOf(e.generation());
            case DriftDetected e -> String.valueOf(e.revertAt());
            case DriftEvent _ -> "";
        };
    }

    private static @Nullable String approval(@Nullable Origin origin) {
        return origin == null ? null : origin.approval();
    }

    private static @Nullable String traceparent(@Nullable Envelope<?> heard) {
        return heard == null ? null : heard.traceparent();
    }
}
