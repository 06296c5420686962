package dev.ephor.request.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A holder asks for what has ended until 30 days after the end, as Graph has it. */
final class RenewalMustBeAskedInTime implements Rule<EligibilityAsked> {
    private static final Duration AFTER = Duration.ofDays(30);

    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        if (request.eligible().live() != null) {
            return "The eligibility has not ended: ask for an extension (selfExtend).";
        }
        Eligibility past = request.eligible().past();
        Instant end = past == null ? null : past.end();
        return end == null || !end.plus(AFTER).isBefore(request.now())
                ? null
                : "The eligibility ended at %s, more than 30 days ago.".formatted(end);
    }
}
