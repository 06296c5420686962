package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipEvent;
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
        Origin origin = origins.get(event.activationId());
        return new Envelope<>(
                id(event),
                SOURCE,
                now,
                event.activationId(),
                heard != null ? heard.id() : approval(origin),
                origin != null ? origin.traceparent() : traceparent(heard),
                event);
    }

    private static String id(MembershipEvent event) {
        return DeterministicId.of(
                event.key().toString(),
                String.valueOf(event.generation()),
                EventTypes.nameOf(event.getClass()),
                event.activationId());
    }

    private static @Nullable String approval(@Nullable Origin origin) {
        return origin == null ? null : origin.approval();
    }

    private static @Nullable String traceparent(@Nullable Envelope<?> heard) {
        return heard == null ? null : heard.traceparent();
    }
}
