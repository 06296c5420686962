package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Four eyes: the requester is no approver, even if the policy names them. */
final class NobodyDecidesTheirOwn implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval.course().isRequestedBy(decision.by())
                ? Optional.of(new Refusal.OwnRequest())
                : Optional.empty();
    }
}
