package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.Optional;

/** One reason for which a decision may not be taken. */
@FunctionalInterface
interface DecisionRule {
    Optional<Refusal> check(Decide decision, Asked approval);
}
