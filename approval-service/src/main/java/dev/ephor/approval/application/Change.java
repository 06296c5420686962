package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalState;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.Event;
import dev.ephor.kit.journal.Cause;
import java.util.List;

/**
 * What a command did to an approval.
 *
 * @param before the approval as it was
 * @param happened what was heard and said, in order; empty when nothing changes
 * @param after the state that it led to
 */
public record Change(
        Approval before, List<Event.AboutMembership> happened, ApprovalState after, Cause cause) {

    /**
     * The part that this service says, and so goes to the journal. What it heard was said by
     * somebody else.
     */
    List<ApprovalEvent> said() {
        return happened.stream()
                .filter(ApprovalEvent.class::isInstance)
                .map(ApprovalEvent.class::cast)
                .toList();
    }

    /** By how much the version of its stream grows. */
    public int saidCount() {
        return said().size();
    }

    /** The approval as the change leaves it. */
    Approval approval() {
        return new Approval(
                before.activationId(), after, before.said() + saidCount(), before.traceparent());
    }
}
