package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Only who was asked decides. */
final class ApproverMustHaveBeenAsked implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval.course().isAsked(decision.by())
                ? Optional.empty()
                : Optional.of(new Refusal.NotAnApprover());
    }
}
