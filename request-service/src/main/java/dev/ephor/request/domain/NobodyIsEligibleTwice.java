package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** One eligibility of a key at a time. */
final class NobodyIsEligibleTwice implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.EXISTS;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        return request.eligible().live() == null
                ? null
                : "The principal is eligible already: update or extend that.";
    }
}
