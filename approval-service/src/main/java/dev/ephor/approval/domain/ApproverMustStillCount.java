package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Who was disabled or lost the group since they were asked is asked no more. */
final class ApproverMustStillCount implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        String person = decision.by().principal();
        if (!approval.course().current().asked().contains(person)) {
            return Optional.of(new Refusal.NotAnApprover());
        }
        return Standing.of(approval, decision.setting()).counts(person)
                ? Optional.empty()
                : Optional.of(new Refusal.NoLongerAnApprover());
    }
}
