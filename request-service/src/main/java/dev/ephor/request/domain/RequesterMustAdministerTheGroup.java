package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/**
 * An admin of the tenant, or an owner of the group; nobody else, and to anybody else any group
 * looks the same.
 */
final class RequesterMustAdministerTheGroup implements Rule<Asked> {
    @Override
    public String name() {
        return RuleNames.DENIED;
    }

    @Override
    public @Nullable String objection(Asked request) {
        return request.circumstances().administeredBy(request.asking())
                ? null
                : "Only an admin or an owner of the group can ask for this.";
    }
}
