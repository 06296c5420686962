package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import org.jspecify.annotations.Nullable;

/** How long an admin may assign active access at once. */
final class AssignmentMustEndInTime implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Request request) {
        AdminRules rules = request.adminRules();
        if (rules == null) {
            return null;
        }
        if (request.duration() == null) {
            return rules.permanentAllowed()
                    ? null
                    : "An end is needed: at most %s after the start."
                            .formatted(rules.maximumDuration());
        }
        return request.length().compareTo(rules.maximumDuration()) <= 0
                ? null
                : "The duration %s is longer than the policy allows: at most %s."
                        .formatted(request.duration(), rules.maximumDuration());
    }
}
