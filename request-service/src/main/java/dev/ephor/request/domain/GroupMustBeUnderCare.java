package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** What has no policy cannot be given. */
final class GroupMustBeUnderCare implements Rule<Asked> {
    @Override
    public String name() {
        return RuleNames.UNKNOWN_GROUP;
    }

    @Override
    public @Nullable String objection(Asked request) {
        var key = request.wish().key();
        return request.circumstances().terms() != null
                ? null
                : "The group %s has no policy for the access '%s'."
                        .formatted(key.group(), key.access().wire());
    }
}
