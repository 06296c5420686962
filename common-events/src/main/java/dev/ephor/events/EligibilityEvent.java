package dev.ephor.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ephor.eligibilities} (written by request-service): the dated right to activate. */
public sealed interface EligibilityEvent extends Event.AboutMembership {
    String eligibilityId();

    /**
     * @param start from when on it may be activated
     * @param end until when; null: without end
     */
    @EventType("dev.ephor.eligibility.assigned.v1")
    record EligibilityAssigned(
            MembershipKey key, String eligibilityId, Instant start, @Nullable Instant end)
            implements EligibilityEvent {}

    @EventType("dev.ephor.eligibility.removed.v1")
    record EligibilityRemoved(
            MembershipKey key, String eligibilityId, Instant removedAt, String reason)
            implements EligibilityEvent {}
}
