package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** Stages come in order. */
final class StageMustBeOpen implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval.course().current().id().equals(decision.stageId())
                ? Optional.empty()
                : Optional.of(new Refusal.NotYetOpen());
    }
}
