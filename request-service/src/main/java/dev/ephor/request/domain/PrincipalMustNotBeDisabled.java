package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** A disabled account gets nothing. */
final class PrincipalMustNotBeDisabled implements Rule<Asked> {
    @Override
    public String name() {
        return RuleNames.PRINCIPAL;
    }

    @Override
    public @Nullable String objection(Asked request) {
        var principal = request.circumstances().principal();
        return principal == null || !principal.disabled()
                ? null
                : "The account of the principal is disabled.";
    }
}
