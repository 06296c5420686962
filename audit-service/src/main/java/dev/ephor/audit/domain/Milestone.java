package dev.ephor.audit.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.DriftEvent;
import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ObservationEvent;
import dev.ephor.events.OperationEvent;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.ResponseEvent;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.TargetDriftEvent;
import dev.ephor.events.TargetEvent;
import java.util.Optional;

/** What an activation passes on its way, in this order. */
public enum Milestone {
    REFUSED,
    REQUESTED,
    APPROVAL_OPENED,
    DENIED,
    LAPSED,
    /** Given up by its requester, or taken away by somebody, before or after it began. */
    GIVEN_UP,
    APPROVED,
    WINDOW_OPENED,
    GRANTED,
    ACTIVE,
    CLOSED,
    REMOVED,
    ENDED;

    /** What an event reaches; empty for one that is no step of its activation. */
    public static Optional<Milestone> of(Event event) {
        return Optional.ofNullable(
                switch (event) {
                    case ActivationRefused _ -> REFUSED;
                    case ActivationRequested _ -> REQUESTED;
                    case ApprovalOpened _ -> APPROVAL_OPENED;
                    case ActivationDenied _ -> DENIED;
                    case ApprovalLapsed _ -> LAPSED;
                    case ActivationApproved _ -> APPROVED;
                    case WindowOpened _ -> WINDOW_OPENED;
                    case ActivationGranted _ -> GRANTED;
                    case ActivationActive _ -> ACTIVE;
                    case WindowClosed _ -> CLOSED;
                    case MembershipRemoved _, StuckClosed _ -> REMOVED;
                    case ActivationEnded _ -> ENDED;
                    case ActivationCanceled _ -> GIVEN_UP;
                    case DeactivationRequested _, RevocationRequested _ -> GIVEN_UP;
                    case ApprovalGiven _, ApprovalReminded _, ApprovalEscalated _ -> null;
                    case MembershipStuck _, DriftEvent _ -> null;
                    case TargetDriftEvent _, TargetEvent _ -> null;
                    case ProvisioningConfirmed _, ProvisioningRetried _, ProvisioningStuck _ ->
                            null;
                    case CatalogEvent _, EligibilityEvent _ -> null;
                    case ObservationEvent _, SignalEvent _, ResponseEvent _ -> null;
                    case OperationEvent _ -> null;
                });
    }
}
