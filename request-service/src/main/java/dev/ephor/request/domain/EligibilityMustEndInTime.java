package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the policy lets somebody be eligible, from now or from a later start on. */
final class EligibilityMustEndInTime implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        AdminRules rules = request.adminRules();
        Instant end = request.end();
        if (rules == null || (end == null && rules.permanentAllowed())) {
            return null;
        }
        return end != null && !end.isAfter(request.latestEnd())
                ? null
                : "The eligibility has to end by %s: at most %s are possible."
                        .formatted(request.latestEnd(), rules.maximumDuration());
    }
}
