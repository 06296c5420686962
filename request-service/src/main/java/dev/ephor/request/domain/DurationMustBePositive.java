package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** A window has a length. */
final class DurationMustBePositive implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Submit request) {
        return request.duration().isPositive()
                ? null
                : "The duration %s is not longer than nothing: ask for at most %s."
                        .formatted(request.duration(), policy.maximumDuration());
    }
}
