package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.time.Duration;
import java.util.Optional;

/** Who approves may grant less than was asked for, never more. */
final class WindowMustNotGrow implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        Duration wanted = approval.course().request().duration();
        Duration given = decision.verdict().duration();
        return decision.verdict().choice() == Choice.APPROVE
                        && wanted != null
                        && given != null
                        && given.compareTo(wanted) > 0
                ? Optional.of(new Refusal.WouldLengthen(wanted, given))
                : Optional.empty();
    }
}
