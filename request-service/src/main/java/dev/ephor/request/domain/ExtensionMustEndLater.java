package dev.ephor.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** More time is asked for, not less. */
final class ExtensionMustEndLater implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        Eligibility live = request.changed();
        if (live == null) {
            return null;
        }
        Instant present = live.end();
        if (present == null) {
            return "The eligibility has no end that could be later.";
        }
        Instant end = request.end();
        return end == null || end.isAfter(present)
                ? null
                : "The new end has to lie after the present one, %s.".formatted(present);
    }
}
