package dev.ephor.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An eligibility has a length, and does not end before it is given. */
final class EndMustLieAfterTheStart implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        Instant end = request.end();
        return end == null || (end.isAfter(request.start()) && end.isAfter(request.now()))
                ? null
                : "The end %s has to lie after the start and in the future.".formatted(end);
    }
}
