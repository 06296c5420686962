package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** A window is no longer than the policy allows. */
final class DurationMustNotExceedMaximum implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Submit request) {
        return request.duration().compareTo(policy.maximumDuration()) <= 0
                ? null
                : "The duration %s is longer than the policy allows: ask for at most %s."
                        .formatted(request.duration(), policy.maximumDuration());
    }
}
