package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Change;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event tells about the activation that it is about. */
final class Hearing {
    private Hearing() {}

    /**
     * @param said when the event was said, for those that hold no time of their own
     * @return null where the event tells nothing about an activation's progress
     */
    static @Nullable Milestone milestone(Event event, Instant said) {
        return switch (event) {
            case ApprovalEvent e -> approval(e);
            case OfActivation e -> membership(e, said);
            case ProvisioningEvent.OfActivation e -> provisioning(e, said);
            case DeactivationRequested e ->
                    Milestone.by(
                            Stage.DEACTIVATION_REQUESTED,
                            e.requestedAt(),
                            e.requestedBy(),
                            e.justification());
            case RevocationRequested e ->
                    Milestone.by(
                            Stage.REVOCATION_REQUESTED,
                            e.requestedAt(),
                            e.requestedBy(),
                            e.reason());
            case ActivationCanceled e ->
                    Milestone.by(Stage.CANCELED, e.canceledAt(), e.canceledBy(), e.reason());
            default -> null;
        };
    }

    /** Who is asked to approve, as an event says. */
    static List<String> asked(Event event) {
        return switch (event) {
            case ApprovalOpened e -> e.approvers();
            case ApprovalEscalated e -> e.approvers();
            default -> List.of();
        };
    }

    private static Milestone approval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalOpened e ->
                    Milestone.where(
                            Stage.APPROVAL_OPENED,
                            e.stageId(),
                            e.openedAt(),
                            "lapses at " + e.lapsesAt());
            case ActivationApproved e ->
                    decided(Stage.APPROVED, e.approvedAt(), last(e.decisions()));
            case ActivationDenied e -> decided(Stage.DENIED, e.deniedAt(), e.decision());
            case ApprovalLapsed e -> Milestone.of(Stage.APPROVAL_LAPSED, e.lapsedAt());
            case ApprovalGiven e -> given(e.givenAt(), e.decision());
            case ApprovalReminded e ->
                    Milestone.where(Stage.APPROVAL_REMINDED, e.stageId(), e.remindedAt(), null);
            case ApprovalEscalated e ->
                    Milestone.where(Stage.APPROVAL_ESCALATED, e.stageId(), e.escalatedAt(), null);
        };
    }

    private static Milestone membership(OfActivation event, Instant said) {
        return switch (event) {
            case WindowOpened _ -> Milestone.of(Stage.WINDOW_OPENED, said);
            case ActivationGranted e -> atDirectory(Stage.GRANTED, e.confirmedAt(), null);
            case WindowClosed e -> closed(e);
            case MembershipRemoved e -> atDirectory(Stage.REMOVED, e.confirmedAt(), null);
            case StuckClosed e ->
                    new Milestone(
                            Stage.REMOVED,
                            Milestone.DIRECTORY,
                            e.closedAt(),
                            e.closedBy(),
                            e.evidence());
            case MembershipStuck e -> atDirectory(Stage.STUCK, e.since(), e.lastAnswer());
        };
    }

    private static Milestone provisioning(ProvisioningEvent.OfActivation event, Instant said) {
        return switch (event) {
            case ProvisioningConfirmed e ->
                    Milestone.where(confirmed(e.change()), e.target(), e.confirmedAt(), null);
            case ProvisioningRetried e ->
                    Milestone.where(Stage.RETRIED, e.target(), said, e.reason());
            case ProvisioningStuck e ->
                    Milestone.where(Stage.STUCK, e.target(), e.since(), e.reason());
            case ActivationActive e -> Milestone.of(Stage.ACTIVE, e.activeAt());
            case ActivationEnded e -> Milestone.of(Stage.ENDED, e.endedAt());
        };
    }

    private static Milestone atDirectory(Stage stage, Instant at, @Nullable String note) {
        return Milestone.where(stage, Milestone.DIRECTORY, at, note);
    }

    private static @Nullable Decision last(List<Decision> decisions) {
        return decisions.isEmpty() ? null : decisions.getLast();
    }

    private static Milestone given(Instant at, Decision decision) {
        return new Milestone(
                Stage.APPROVAL_GIVEN,
                decision.stageId(),
                at,
                decision.approver(),
                decision.reason());
    }

    private static Milestone decided(Stage stage, Instant at, @Nullable Decision decision) {
        return decision == null
                ? Milestone.by(stage, at, null, "the policy asks nobody")
                : Milestone.by(stage, at, decision.approver(), decision.reason());
    }

    private static Milestone closed(WindowClosed event) {
        return switch (event) {
            case ActivationExpired e -> Milestone.of(Stage.EXPIRED, e.closedAt());
            case ActivationDeactivated e ->
                    Milestone.by(Stage.DEACTIVATED, e.closedAt(), e.requestedBy(), null);
            case ActivationRevoked e ->
                    Milestone.by(Stage.REVOKED, e.closedAt(), e.revokedBy(), e.reason());
        };
    }

    private static Stage confirmed(Change change) {
        return switch (change) {
            case GRANT -> Stage.TARGET_CONFIRMED;
            case WITHDRAW -> Stage.TARGET_WITHDRAWN;
        };
    }
}
