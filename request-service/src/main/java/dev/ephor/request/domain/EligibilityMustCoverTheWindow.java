package dev.ephor.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may activate at all, and from when until when. */
final class EligibilityMustCoverTheWindow implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.ELIGIBILITY;
    }

    @Override
    public @Nullable String objection(Request request) {
        if (!request.hangsOnEligibility()) {
            return null;
        }
        Eligibility eligibility = request.eligibility();
        if (request.policy() == null || eligibility == null) {
            return "The principal is not eligible for this access.";
        }
        if (request.start().isBefore(eligibility.start())) {
            return "The eligibility begins at %s, after the start of the window."
                    .formatted(eligibility.start());
        }
        return endsTooLate(request, eligibility.end());
    }

    private static @Nullable String endsTooLate(Request request, @Nullable Instant end) {
        if (end == null || !request.end().isAfter(end)) {
            return null;
        }
        return request.start().isBefore(end)
                ? "The eligibility ends at %s, before the end of the window: ask for a shorter one."
                        .formatted(end)
                : "The eligibility ended at %s.".formatted(end);
    }
}
