package dev.ephor.approval.rest;

import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Graph's {@code approvalStage}, as a person sees it. What the requester took back is {@code
 * Completed} and {@code NotReviewed}.
 *
 * @param assignedToMe whether that person is asked to decide
 * @param status {@code InProgress}, {@code Completed} or {@code Expired}
 * @param reviewResult {@code NotReviewed}, {@code Approve} or {@code Deny}
 */
public record StageView(
        String id,
        @Nullable String displayName,
        boolean assignedToMe,
        String status,
        String reviewResult,
        @Nullable Reviewer reviewedBy,
        @Nullable Instant reviewedDateTime,
        String justification) {

    /** Graph's {@code identity}. */
    public record Reviewer(String id, @Nullable String displayName) {}

    static StageView of(Asked approval, SignedIn person) {
        return switch (approval) {
            case Pending p -> unreviewed(p, person, "InProgress");
            case Closed(_, ActivationApproved approved) when !approved.decisions().isEmpty() ->
                    reviewed(
                            approval,
                            person,
                            approved.decisions().getLast(),
                            approved.approvedAt());
            case Closed(_, ActivationDenied denied) ->
                    reviewed(approval, person, denied.decision(), denied.deniedAt());
            case Closed(_, ApprovalLapsed _) -> unreviewed(approval, person, "Expired");
            case Closed _ -> unreviewed(approval, person, "Completed");
        };
    }

    private static StageView unreviewed(Asked approval, SignedIn person, String status) {
        return new StageView(
                approval.stage().id(),
                null,
                approval.stage().isAssignedTo(person),
                status,
                "NotReviewed",
                null,
                null,
                "");
    }

    private static StageView reviewed(
            Asked approval, SignedIn person, Decision decision, Instant at) {
        String result = approval instanceof Closed(_, ActivationApproved _) ? "Approve" : "Deny";
        String reason = decision.reason();
        return new StageView(
                approval.stage().id(),
                null,
                approval.stage().isAssignedTo(person),
                "Completed",
                result,
                new Reviewer(decision.approver(), null),
                at,
                reason == null ? "" : reason);
    }
}
