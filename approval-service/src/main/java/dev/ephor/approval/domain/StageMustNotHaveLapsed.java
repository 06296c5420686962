package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import java.util.Optional;

/** Silence is an answer, also in the moment before the timer says so. */
final class StageMustNotHaveLapsed implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        if (approval instanceof Closed(_, ApprovalLapsed lapsed)) {
            return Optional.of(new Refusal.Lapsed(lapsed.lapsedAt()));
        }
        return approval.course().isOver(decision.at())
                ? Optional.of(new Refusal.Lapsed(approval.course().over()))
                : Optional.empty();
    }
}
