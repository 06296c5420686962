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
        boolean lapsed =
                approval instanceof Closed(_, ApprovalLapsed _)
                        || approval.stage().isOver(decision.at());
        return lapsed
                ? Optional.of(new Refusal.Lapsed(approval.stage().opened().lapsesAt()))
                : Optional.empty();
    }
}
