package dev.ephor.request.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A window cannot open before it was asked for. */
final class StartMustNotLieInThePast implements Rule<Asked> {
    /** For the clock of the client and the way of the request. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return RuleNames.EXPIRATION;
    }

    @Override
    public @Nullable String objection(Asked request) {
        Instant wanted = request.wish().start();
        return wanted == null || !wanted.isBefore(request.asking().now().minus(TOLERANCE))
                ? null
                : "The start %s lies in the past: leave startDateTime out to begin at once."
                        .formatted(wanted);
    }
}
