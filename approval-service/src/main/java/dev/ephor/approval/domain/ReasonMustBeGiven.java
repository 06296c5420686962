package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Where the policy says so. */
final class ReasonMustBeGiven implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval.course().rules().reasonRequired() && decision.verdict().reason() == null
                ? Optional.of(new Refusal.ReasonMissing())
                : Optional.empty();
    }
}
