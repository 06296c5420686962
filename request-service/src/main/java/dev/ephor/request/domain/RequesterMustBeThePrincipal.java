package dev.ephor.request.domain;

import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** Everybody asks for themselves alone. */
final class RequesterMustBeThePrincipal implements Rule {
    @Override
    public String name() {
        return RuleNames.NOT_THE_PRINCIPAL;
    }

    @Override
    public @Nullable String objection(Submit request, Held held) {
        return request.asking().by().equals(request.key().principal())
                ? null
                : "Only the principal itself can activate: principalId has to be your own object id.";
    }
}
