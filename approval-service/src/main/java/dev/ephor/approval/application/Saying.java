package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand;
import dev.ephor.approval.domain.Approving;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** The way of every command: decide, keep, say; in the caller's transaction. */
@ApplicationScoped
class Saying {
    private final Approving approving;
    private final Approvals approvals;
    private final Journal journal;
    private final Event<ApprovalsSaid> told;

    Saying(Approving approving, Approvals approvals, Journal journal, Event<ApprovalsSaid> told) {
        this.approving = approving;
        this.approvals = approvals;
        this.journal = journal;
        this.told = told;
    }

    Change decide(ApprovalCommand command, Approval approval, Cause cause) {
        var happened = approving.decide(command, approval.state());
        return new Change(approval, happened, approving.replay(approval.state(), happened), cause);
    }

    void keep(List<Change> all) {
        List<Change> changes = all.stream().filter(c -> !c.happened().isEmpty()).toList();
        if (changes.isEmpty()) {
            return;
        }
        approvals.save(changes);
        journal.appendAll(changes.stream().map(Saying::entry).toList());
        told.fire(new ApprovalsSaid(said(changes), changes.stream().map(Change::after).toList()));
    }

    private static Journal.Entry entry(Change change) {
        Approval before = change.before();
        return new Journal.Entry(
                "approval/" + before.activationId(), before.said(), change.said(), change.cause());
    }

    private static List<ApprovalEvent> said(List<Change> changes) {
        return changes.stream().flatMap(change -> change.said().stream()).toList();
    }
}
