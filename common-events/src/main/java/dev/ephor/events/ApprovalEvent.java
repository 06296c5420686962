package dev.ephor.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ephor.approvals} (written by approval-service): who decided, or that nobody did. */
public sealed interface ApprovalEvent extends Event.AboutMembership {
    String activationId();

    @EventType("dev.ephor.approval.opened.v1")
    record ApprovalOpened(
            MembershipKey key,
            String activationId,
            String stageId,
            List<String> approvers,
            Instant openedAt,
            Instant lapsesAt)
            implements ApprovalEvent {
        public ApprovalOpened {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * The activation may begin. Carries its window, so that nobody has to look anything up in order
     * to open it.
     *
     * @param start when the window opens
     * @param end when it closes
     * @param eligibilityId the eligibility that it hangs on
     * @param decision who approved; null: the policy asks nobody
     */
    @EventType("dev.ephor.activation.approved.v1")
    record ActivationApproved(
            MembershipKey key,
            String activationId,
            String eligibilityId,
            Instant start,
            Instant end,
            Instant approvedAt,
            @Nullable Decision decision)
            implements ApprovalEvent {}

    @EventType("dev.ephor.activation.denied.v1")
    record ActivationDenied(
            MembershipKey key, String activationId, Instant deniedAt, Decision decision)
            implements ApprovalEvent {}

    /** Nobody decided in time; the request ends without access. */
    @EventType("dev.ephor.approval.lapsed.v1")
    record ApprovalLapsed(MembershipKey key, String activationId, String stageId, Instant lapsedAt)
            implements ApprovalEvent {}

    /**
     * @param approver object id of who decided
     * @param assurance how the approver had signed in
     */
    record Decision(
            String stageId, String approver, Assurance assurance, @Nullable String reason) {}
}
