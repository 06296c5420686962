package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Only whom the stage names decides. */
final class ApproverMustBeNamed implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval.stage().isAssignedTo(decision.by())
                ? Optional.empty()
                : Optional.of(new Refusal.NotAnApprover());
    }
}
