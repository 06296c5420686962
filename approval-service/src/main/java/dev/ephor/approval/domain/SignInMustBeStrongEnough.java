package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.events.Policy;
import dev.ephor.kit.decider.StepUpRule;
import java.util.Optional;

/** An approver brings a second factor of their own, where the policy says so. */
final class SignInMustBeStrongEnough implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        Policy.StepUp wanted = approval.course().rules().stepUp();
        return wanted == null
                        || StepUpRule.satisfied(wanted, decision.by().assurance(), decision.at())
                ? Optional.empty()
                : Optional.of(new Refusal.SignInTooWeak(wanted));
    }
}
