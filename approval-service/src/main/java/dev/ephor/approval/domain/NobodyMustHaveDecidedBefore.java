package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Instant;
import java.util.Optional;

/** The first decision stands. */
final class NobodyMustHaveDecidedBefore implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return switch (approval) {
            case Closed(_, ActivationApproved approved) when !approved.decisions().isEmpty() ->
                    Optional.of(
                            refusal(approved.decisions().getLast(), true, approved.approvedAt()));
            case Closed(_, ActivationDenied denied) ->
                    Optional.of(refusal(denied.decision(), false, denied.deniedAt()));
            default -> Optional.empty();
        };
    }

    private static Refusal refusal(Decision decision, boolean approved, Instant at) {
        return new Refusal.AlreadyDecided(decision.approver(), approved, at);
    }
}
