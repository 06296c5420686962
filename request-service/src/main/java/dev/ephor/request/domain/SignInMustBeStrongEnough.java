package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.kit.decider.StepUpRule;
import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** The step-up that the policy asks for (RFC 9470). */
final class SignInMustBeStrongEnough implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.MFA;
    }

    @Override
    public @Nullable String objection(Policy policy, Submit request) {
        Policy.StepUp wanted = policy.stepUp();
        var asking = request.asking();
        if (wanted == null || StepUpRule.satisfied(wanted, asking.assurance(), asking.now())) {
            return null;
        }
        return "A sign-in with %s not older than %s is needed: sign in again and repeat."
                .formatted(wanted.acr(), wanted.maximumAge());
    }
}
