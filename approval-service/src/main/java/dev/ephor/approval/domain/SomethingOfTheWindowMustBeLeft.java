package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.time.Duration;
import java.util.Optional;

/** A window of no length, or one that is over already when it is agreed to, is no approval. */
final class SomethingOfTheWindowMustBeLeft implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        Duration given = decision.verdict().duration();
        if (decision.verdict().choice() == Choice.DENY || given == null) {
            return Optional.empty();
        }
        var request = approval.course().request();
        return !given.isPositive() || Window.of(request, given, decision.at()).isEmpty()
                ? Optional.of(new Refusal.NothingLeft())
                : Optional.empty();
    }
}
