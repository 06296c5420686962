package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.util.List;
import java.util.stream.Stream;

/** What a decision that is allowed leads to. */
final class Deciding {
    private final Decide command;
    private final ApprovalGiven vote;
    private final Pending after;

    private Deciding(Decide command, Pending before) {
        this.command = command;
        ActivationRequested request = before.course().request();
        this.vote =
                new ApprovalGiven(
                        request.key(),
                        request.activationId(),
                        command.at(),
                        decision(command, before.course()));
        this.after = before.give(vote);
    }

    static List<ApprovalEvent> events(Decide command, Pending approval) {
        var deciding = new Deciding(command, approval);
        return command.verdict().choice() == Choice.DENY
                ? List.of(deciding.denied())
                : deciding.agreed();
    }

    /** What is kept of a decision; a window that is not shorter than asked for shortens nothing. */
    static Decision decision(Decide d, Course course) {
        var wanted = course.request().duration();
        var most = d.verdict().duration();
        boolean shortens =
                d.verdict().choice() == Choice.APPROVE
                        && most != null
                        && (wanted == null || most.compareTo(wanted) < 0);
        return new Decision(
                course.current().id(),
                d.by().principal(),
                d.by().assurance(),
                d.verdict().reason(),
                shortens ? most : null);
    }

    private ActivationDenied denied() {
        return new ActivationDenied(vote.key(), vote.activationId(), command.at(), vote.decision());
    }

    private List<ApprovalEvent> agreed() {
        // Who agreed before and no longer counts is not seated: the votes are looked at again.
        var advancing = Advancing.of(after, command.setting(), command.at());
        if (!advancing.isPassed()) {
            return and(advancing.unlessReachable());
        }
        return after.course().isLastStage() ? advancing.passed() : and(advancing.passed());
    }

    private List<ApprovalEvent> and(List<ApprovalEvent> more) {
        return Stream.concat(Stream.of(vote), more.stream()).toList();
    }
}
