package dev.ephor.events;

import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.events.RequestEvent.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.eligibilities} (written by request-service): the dated right to activate, what was
 * asked about it, and what came of that.
 */
public sealed interface EligibilityEvent extends Event.AboutMembership {

    /** An event about an eligibility that is or was there. */
    sealed interface OfEligibility extends EligibilityEvent {
        /** Another for every assignment; it stays the same when the eligibility is extended. */
        String eligibilityId();
    }

    /**
     * Somebody became eligible.
     *
     * @param start from when on it may be activated
     * @param end until when; null: without end
     * @param requestId the request that brought it; null: it is configured
     * @param assignedBy the admin; {@code ephor} where it is configured
     */
    @EventType("dev.ephor.eligibility.assigned.v1")
    record EligibilityAssigned(
            MembershipKey key,
            String eligibilityId,
            Instant start,
            @Nullable Instant end,
            @Nullable String requestId,
            String assignedBy,
            @Nullable String justification)
            implements OfEligibility {}

    /**
     * The dates are others now.
     *
     * @param requestId the request that brought it; null: it is configured so
     */
    @EventType("dev.ephor.eligibility.updated.v1")
    record EligibilityUpdated(
            MembershipKey key,
            String eligibilityId,
            Instant start,
            @Nullable Instant end,
            @Nullable String requestId,
            String updatedBy,
            @Nullable String justification,
            Instant updatedAt)
            implements OfEligibility {}

    /**
     * The end is later now.
     *
     * @param requestId the request that brought it; that of the holder, if the holder asked
     */
    @EventType("dev.ephor.eligibility.extended.v1")
    record EligibilityExtended(
            MembershipKey key,
            String eligibilityId,
            Instant start,
            @Nullable Instant end,
            String requestId,
            String extendedBy,
            @Nullable String justification,
            Instant extendedAt)
            implements OfEligibility {}

    /**
     * It was taken away.
     *
     * @param requestId null: it is configured no more
     */
    @EventType("dev.ephor.eligibility.removed.v1")
    record EligibilityRemoved(
            MembershipKey key,
            String eligibilityId,
            Instant removedAt,
            String reason,
            @Nullable String requestId,
            String removedBy)
            implements OfEligibility {}

    /** Its end passed. */
    @EventType("dev.ephor.eligibility.expired.v1")
    record EligibilityExpired(
            MembershipKey key, String eligibilityId, Instant end, Instant expiredAt)
            implements OfEligibility {}

    /**
     * Its end is near.
     *
     * @param before how long before the end this is said: 14 days or 1 day
     */
    @EventType("dev.ephor.eligibility.ending.v1")
    record EligibilityEnding(
            MembershipKey key, String eligibilityId, Instant end, Duration before, Instant saidAt)
            implements OfEligibility {}

    /**
     * The holder asks for more time; an admin decides.
     *
     * @param action {@code selfExtend}, or {@code selfRenew} of one that has ended
     * @param start the wanted start; null: as it is
     * @param end the wanted end; null: without end
     */
    @EventType("dev.ephor.eligibility.extension-requested.v1")
    record EligibilityExtensionRequested(
            MembershipKey key,
            String eligibilityId,
            String requestId,
            RequestAction action,
            Assurance assurance,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String justification,
            @Nullable Ticket ticket,
            Instant requestedAt)
            implements OfEligibility {}

    @EventType("dev.ephor.eligibility.extension-denied.v1")
    record EligibilityExtensionDenied(
            MembershipKey key,
            String eligibilityId,
            String requestId,
            String deniedBy,
            @Nullable String reason,
            Instant deniedAt)
            implements OfEligibility {}

    /**
     * The request for more time ends undecided.
     *
     * @param canceledBy the holder or an admin; {@code ephor} where the eligibility is gone
     */
    @EventType("dev.ephor.eligibility.extension-canceled.v1")
    record EligibilityExtensionCanceled(
            MembershipKey key,
            String eligibilityId,
            String requestId,
            String canceledBy,
            @Nullable String reason,
            Instant canceledAt)
            implements OfEligibility {}

    /**
     * A request about an eligibility that was refused, with every reason at once.
     *
     * @param violations rules that said no, never empty together with {@code broken}
     * @param broken rules that could not be evaluated; each refuses and alarms
     */
    @EventType("dev.ephor.eligibility.refused.v1")
    record EligibilityRefused(
            MembershipKey key,
            String requestId,
            RequestAction action,
            String requestedBy,
            Assurance assurance,
            @Nullable String justification,
            Instant refusedAt,
            List<Violation> violations,
            List<Violation> broken)
            implements EligibilityEvent {
        public EligibilityRefused {
            violations = List.copyOf(violations);
            broken = List.copyOf(broken);
        }
    }
}
