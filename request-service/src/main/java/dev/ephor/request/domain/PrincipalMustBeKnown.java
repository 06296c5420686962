package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** Nobody gives access to somebody who is not there, or not any more. */
final class PrincipalMustBeKnown implements Rule<Asked> {
    @Override
    public String name() {
        return RuleNames.UNKNOWN_PRINCIPAL;
    }

    @Override
    public @Nullable String objection(Asked request) {
        return request.circumstances().principal() != null
                ? null
                : "The principal %s is not known.".formatted(request.wish().key().principal());
    }
}
