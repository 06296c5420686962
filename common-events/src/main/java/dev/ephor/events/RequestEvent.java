package dev.ephor.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.requests} (written by request-service): what somebody asked for, and what was
 * refused at once.
 */
public sealed interface RequestEvent extends Event.AboutMembership {
    /** The activation that it is about; the correlation id of everything that follows. */
    String activationId();

    /**
     * A valid request; whether somebody has to approve it is in its policy.
     *
     * @param action what was asked for
     * @param requestedBy the caller; somebody else than the key's principal where an admin assigns
     * @param eligibilityId the eligibility that it hangs on; null: an admin assigned it
     * @param extendsActivation the activation that it goes on from; null: none
     * @param assurance how the caller had signed in
     * @param start the wanted start; null: as soon as approved
     * @param duration the wanted window; null: without end, which only an admin can assign
     * @param eligibleUntil the eligibility's end; null: without end
     */
    @EventType("dev.ephor.activation.requested.v1")
    record ActivationRequested(
            MembershipKey key,
            String activationId,
            RequestAction action,
            String requestedBy,
            @Nullable String eligibilityId,
            @Nullable String extendsActivation,
            Assurance assurance,
            @Nullable String justification,
            @Nullable Ticket ticket,
            Instant requestedAt,
            @Nullable Instant start,
            @Nullable Duration duration,
            @Nullable Instant eligibleUntil,
            Policy policy)
            implements RequestEvent {}

    /**
     * A request that the policy refused, with every reason at once.
     *
     * @param requestedBy the caller, who may be somebody else than the key's principal
     * @param violations rules that said no, never empty together with {@code broken}
     * @param broken rules that could not be evaluated; each refuses and alarms
     */
    @EventType("dev.ephor.activation.refused.v1")
    record ActivationRefused(
            MembershipKey key,
            String activationId,
            RequestAction action,
            String requestedBy,
            Assurance assurance,
            @Nullable String justification,
            @Nullable Ticket ticket,
            Instant refusedAt,
            List<Violation> violations,
            List<Violation> broken)
            implements RequestEvent {
        public ActivationRefused {
            violations = List.copyOf(violations);
            broken = List.copyOf(broken);
        }
    }

    /**
     * The requester gives an activation back before its end.
     *
     * @param requestId the id of the deactivation request itself
     */
    @EventType("dev.ephor.activation.deactivation-requested.v1")
    record DeactivationRequested(
            MembershipKey key,
            String activationId,
            String requestId,
            String requestedBy,
            @Nullable String justification,
            Instant requestedAt)
            implements RequestEvent {}

    /**
     * A request ends before its window began, whoever wants it so.
     *
     * @param canceledBy the requester or an admin; {@code ephor} where what it hung on is gone
     * @param reason one sentence for the requester; null: none given
     */
    @EventType("dev.ephor.activation.canceled.v1")
    record ActivationCanceled(
            MembershipKey key,
            String activationId,
            String canceledBy,
            @Nullable String reason,
            Instant canceledAt)
            implements RequestEvent {}

    /**
     * Somebody else than the requester ends an activation or an assignment before its end.
     *
     * @param requestId the id of the removal request itself
     * @param requestedBy the admin; {@code ephor} where what it hung on is gone
     */
    @EventType("dev.ephor.activation.revocation-requested.v1")
    record RevocationRequested(
            MembershipKey key,
            String activationId,
            String requestId,
            String requestedBy,
            String reason,
            Instant requestedAt)
            implements RequestEvent {}

    /** A reference to a ticket, as the requester gave it. */
    record Ticket(@Nullable String number, @Nullable String system) {}

    /**
     * One rule that said no.
     *
     * @param rule Graph's name of the rule, such as {@code ExpirationRule}
     * @param reason one sentence for the requester
     */
    record Violation(String rule, String reason) {}
}
