package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;

/** A stage that somebody was asked in: what for, who, and until when. */
public record OpenedStage(ActivationRequested request, ApprovalOpened opened) {

    public String id() {
        return opened.stageId();
    }

    /** The stage's rules, as they stood when the activation was asked for. */
    public Policy.Stage rules() {
        return request.policy().stages().getFirst();
    }

    /** Whether somebody may know that the approval exists. */
    public boolean isVisibleTo(SignedIn person) {
        return isRequestedBy(person) || isAssignedTo(person);
    }

    /** Whether somebody is asked to decide. The requester never is. */
    public boolean isAssignedTo(SignedIn person) {
        return isOfTenant(person)
                && !isRequestedBy(person)
                && opened.approvers().contains(person.principal());
    }

    /** Object ids are compared without case here, so that no spelling makes two of one person. */
    public boolean isRequestedBy(SignedIn person) {
        return isOfTenant(person) && request.key().principal().equalsIgnoreCase(person.principal());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(opened.lapsesAt());
    }

    private boolean isOfTenant(SignedIn person) {
        return request.key().tenant().equals(person.tenant());
    }
}
