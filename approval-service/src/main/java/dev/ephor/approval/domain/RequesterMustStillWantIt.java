package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.util.Optional;

/** What the requester took back is approved no more. */
final class RequesterMustStillWantIt implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return approval instanceof Closed(_, DeactivationRequested wish)
                ? Optional.of(new Refusal.TakenBack(wish.requestedAt()))
                : Optional.empty();
    }
}
