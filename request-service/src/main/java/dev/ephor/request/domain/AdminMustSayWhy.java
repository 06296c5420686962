package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import org.jspecify.annotations.Nullable;

/** The justification that the policy asks of an admin: a row of dots is none. */
final class AdminMustSayWhy implements Rule.OfAdmin {
    @Override
    public String name() {
        return RuleNames.JUSTIFICATION;
    }

    @Override
    public @Nullable String objection(AdminRules rules, Asked request) {
        return !rules.justificationRequired()
                        || JustificationMustBeGiven.isEnough(request.wish().justification(), 1)
                ? null
                : "A justification is needed.";
    }
}
