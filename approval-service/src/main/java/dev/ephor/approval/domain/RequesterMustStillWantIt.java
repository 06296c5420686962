package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.util.Optional;

/** What was withdrawn, by whomever, is approved no more. */
final class RequesterMustStillWantIt implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return switch (approval) {
            case Closed(_, DeactivationRequested wish) ->
                    Optional.of(new Refusal.TakenBack(wish.requestedAt()));
            case Closed(_, ActivationCanceled wish) ->
                    Optional.of(new Refusal.TakenBack(wish.canceledAt()));
            case Closed(_, RevocationRequested wish) ->
                    Optional.of(new Refusal.TakenBack(wish.requestedAt()));
            default -> Optional.empty();
        };
    }
}
