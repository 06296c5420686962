package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stage in which somebody was asked, and what came of it so far.
 *
 * @param given who agreed, in order; the vote that ended the whole approval is not among them
 */
public record AskedStage(
        ApprovalOpened opened,
        @Nullable ApprovalReminded reminded,
        @Nullable ApprovalEscalated escalated,
        List<ApprovalGiven> given) {
    public AskedStage {
        given = List.copyOf(given);
    }

    static AskedStage of(ApprovalOpened opened) {
        return new AskedStage(opened, null, null, List.of());
    }

    AskedStage with(ApprovalReminded event) {
        return new AskedStage(opened, event, escalated, given);
    }

    AskedStage with(ApprovalEscalated event) {
        return new AskedStage(opened, reminded, event, given);
    }

    AskedStage with(ApprovalGiven event) {
        var all = new ArrayList<>(given);
        all.add(event);
        return new AskedStage(opened, reminded, escalated, all);
    }

    public String id() {
        return opened.stageId();
    }

    public int number() {
        return opened.stage();
    }

    /** Who was asked, at the opening or as a backup. */
    public Set<String> asked() {
        return Persons.of(Stream.concat(opened.approvers().stream(), backups().stream()).toList());
    }

    /** The backups that were asked; empty before the escalation. */
    List<String> backups() {
        return escalated == null ? List.of() : escalated.approvers();
    }

    /** Who agreed, in order. */
    public List<String> voters() {
        return given.stream().map(vote -> vote.decision().approver()).toList();
    }

    /** When somebody of {@link #asked} was asked. */
    public Instant askedAt(String person) {
        var escalation = escalated;
        return escalation == null || Persons.of(opened.approvers()).contains(person)
                ? opened.openedAt()
                : escalation.escalatedAt();
    }

    /** Who was asked and has not agreed yet. */
    public Set<String> silent() {
        Set<String> silent = asked();
        silent.removeAll(Persons.of(voters()));
        return silent;
    }

    Optional<ApprovalGiven> voteOf(String person) {
        return given.stream()
                .filter(vote -> Persons.same(vote.decision().approver(), person))
                .findFirst();
    }

    /** When those who have not decided are to be reminded; null: they were, or never are. */
    @Nullable Instant remindsAt() {
        return reminded == null ? opened.remindsAt() : null;
    }

    /** When the backups are to be asked; null: they were, or never are. */
    @Nullable Instant escalatesAt() {
        return escalated == null ? opened.escalatesAt() : null;
    }
}
