package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import org.jspecify.annotations.Nullable;

/** Why the access is needed, in words: a row of dots is none. */
final class JustificationMustBeGiven implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.JUSTIFICATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        int minimum = policy.justificationMinimum();
        if (minimum == 0) {
            return null;
        }
        return isEnough(request.wish().justification(), minimum)
                ? null
                : "A justification of at least %d characters is needed.".formatted(minimum);
    }

    static boolean isEnough(@Nullable String justification, int minimum) {
        String given = justification == null ? "" : justification.strip();
        return given.codePointCount(0, given.length()) >= minimum
                && given.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
