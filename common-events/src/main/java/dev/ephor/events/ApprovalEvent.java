package dev.ephor.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ephor.approvals} (written by approval-service): who decided, or that nobody did. */
public sealed interface ApprovalEvent extends Event.AboutMembership {
    String activationId();

    /**
     * A stage begins; these are asked.
     *
     * @param stage its place, from 1
     * @param approvers object ids of those who may decide, as they stood then; never the requester
     * @param remindsAt null: nobody is reminded
     * @param escalatesAt when backups are asked as well; null: never
     * @param message what they read; null: whoever tells them has own words
     */
    @EventType("dev.ephor.approval.opened.v1")
    record ApprovalOpened(
            MembershipKey key,
            String activationId,
            String stageId,
            int stage,
            List<String> approvers,
            Instant openedAt,
            Instant lapsesAt,
            @Nullable Instant remindsAt,
            @Nullable Instant escalatesAt,
            @Nullable Message message)
            implements ApprovalEvent {
        public ApprovalOpened {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * Those who have not decided are reminded.
     *
     * @param message what they read; null: whoever tells them has own words
     */
    @EventType("dev.ephor.approval.reminded.v1")
    record ApprovalReminded(
            MembershipKey key,
            String activationId,
            String stageId,
            List<String> approvers,
            Instant remindedAt,
            @Nullable Message message)
            implements ApprovalEvent {
        public ApprovalReminded {
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * Nobody, or too few, decided in time: the backups are asked as well.
     *
     * @param approvers the backups
     * @param message what they read; null: whoever tells them has own words
     */
    @EventType("dev.ephor.approval.escalated.v1")
    record ApprovalEscalated(
            MembershipKey key,
            String activationId,
            String stageId,
            List<String> approvers,
            Instant escalatedAt,
            @Nullable Message message)
            implements ApprovalEvent {
        public ApprovalEscalated {
            approvers = List.copyOf(approvers);
        }
    }

    /** Somebody agreed; others still have to. */
    @EventType("dev.ephor.approval.given.v1")
    record ApprovalGiven(MembershipKey key, String activationId, Instant givenAt, Decision decision)
            implements ApprovalEvent {}

    /**
     * The activation may begin. Carries its window, so that nobody has to look anything up in order
     * to open it.
     *
     * @param eligibilityId the eligibility that it hangs on; null: on none
     * @param start when the window opens
     * @param end when it closes; {@link #FOREVER} where it does not
     * @param decisions who approved, in order; empty: the policy asks nobody
     * @param tenure what else bounds the window; null: nothing unusual
     */
    @EventType("dev.ephor.activation.approved.v1")
    record ActivationApproved(
            MembershipKey key,
            String activationId,
            @Nullable String eligibilityId,
            Instant start,
            Instant end,
            Instant approvedAt,
            List<Decision> decisions,
            @Nullable Tenure tenure)
            implements ApprovalEvent {
        /** The end of a window that has none. */
        public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

        public ActivationApproved {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * What people read who are asked: the approval's template, filled in.
     *
     * @param title one line
     */
    record Message(String title, String text) {}

    /**
     * What is unusual about a window.
     *
     * @param outlivesEligibility whether it goes on when its eligibility is lost
     * @param fromConfirmation how long it lasts from the directory's first confirmation on; null:
     *     it ends when it ends
     * @param latestEnd what a window counted from confirmation does not pass; null: nothing
     */
    record Tenure(
            boolean outlivesEligibility,
            @Nullable Duration fromConfirmation,
            @Nullable Instant latestEnd) {}

    @EventType("dev.ephor.activation.denied.v1")
    record ActivationDenied(
            MembershipKey key, String activationId, Instant deniedAt, Decision decision)
            implements ApprovalEvent {}

    /** Nobody, or too few, decided in time; the request ends without access. */
    @EventType("dev.ephor.approval.lapsed.v1")
    record ApprovalLapsed(MembershipKey key, String activationId, String stageId, Instant lapsedAt)
            implements ApprovalEvent {}

    /**
     * @param approver object id of who decided
     * @param assurance how the approver had signed in
     * @param reason what they gave as the reason; null: none
     * @param shortenedTo the window that they grant at most; null: as asked for
     */
    record Decision(
            String stageId,
            String approver,
            Assurance assurance,
            @Nullable String reason,
            @Nullable Duration shortenedTo) {}
}
