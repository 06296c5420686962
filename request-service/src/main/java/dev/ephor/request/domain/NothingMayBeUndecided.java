package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** One request for more time of a key at a time. */
final class NothingMayBeUndecided implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.PENDING;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        EligibilityRequest pending = request.eligible().pending();
        return pending == null
                ? null
                : "An earlier request is still undecided: %s.".formatted(pending.id());
    }
}
