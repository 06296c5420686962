package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** Everybody asks for themselves alone. */
final class RequesterMustBeThePrincipal implements Rule<Asked> {
    @Override
    public String name() {
        return RuleNames.DENIED;
    }

    @Override
    public @Nullable String objection(Asked request) {
        return !request.asking().isApplication()
                        && request.asking().by().equals(request.wish().key().principal())
                ? null
                : "Only the principal itself can ask for this: principalId has to be your own object id, and an application has no self.";
    }
}
