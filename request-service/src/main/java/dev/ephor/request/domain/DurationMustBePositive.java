package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import org.jspecify.annotations.Nullable;

/** A window has a length. */
final class DurationMustBePositive implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        if (request.length().isPositive()) {
            return null;
        }
        return request.isExtension()
                ? "The new end has to lie after the present one, %s: to end access sooner, remove it."
                        .formatted(request.start())
                : "The duration %s is not longer than nothing: ask for at most %s."
                        .formatted(request.duration(), policy.maximumDuration());
    }
}
