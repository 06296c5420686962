package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import org.jspecify.annotations.Nullable;

/** A window is no longer than the policy allows. */
final class DurationMustNotExceedMaximum implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        return request.length().compareTo(policy.maximumDuration()) <= 0
                ? null
                : "The duration %s is longer than the policy allows: ask for at most %s."
                        .formatted(asked(request), policy.maximumDuration());
    }

    private static Object asked(Request request) {
        var duration = request.duration();
        return duration == null ? "without end" : duration;
    }
}
