package dev.ephor.request.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A holder asks for more from 14 days before the end on, as Graph has it. */
final class ExtensionMustBeAskedInTime implements Rule<EligibilityAsked> {
    private static final Duration BEFORE = Duration.ofDays(14);

    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        Eligibility live = request.eligible().live();
        Instant end = live == null ? null : live.end();
        return end == null || !end.minus(BEFORE).isAfter(request.now())
                ? null
                : "An extension can be asked for from %s on.".formatted(end.minus(BEFORE));
    }
}
