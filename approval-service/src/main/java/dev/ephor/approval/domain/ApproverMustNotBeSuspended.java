package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/**
 * Whose access a signal suspended gives none to others, and refuses none: nobody knows who speaks.
 */
final class ApproverMustNotBeSuspended implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return decision.setting().suspended().contains(decision.by().principal())
                ? Optional.of(new Refusal.Suspended())
                : Optional.empty();
    }
}
