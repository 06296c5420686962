package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.kit.decider.StepUpRule;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The step-up that the policy asks for (RFC 9470). */
final class SignInMustBeStrongEnough implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.MFA;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        Policy.StepUp wanted = policy.stepUp();
        var asking = request.asking();
        if (wanted == null || StepUpRule.satisfied(wanted, asking.assurance(), asking.now())) {
            return null;
        }
        return "A sign-in%s%s is needed: sign in again and repeat."
                .formatted(strength(wanted), age(wanted));
    }

    private static String strength(Policy.StepUp wanted) {
        return Stream.of(wanted.acr(), wanted.context())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " and " + other)
                .map(all -> " with " + all)
                .orElse("");
    }

    private static String age(Policy.StepUp wanted) {
        return wanted.maximumAge() == null ? "" : " not older than " + wanted.maximumAge();
    }
}
