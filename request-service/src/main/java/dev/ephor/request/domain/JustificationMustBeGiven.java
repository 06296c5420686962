package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** Why the access is needed, in words: a row of dots is none. */
final class JustificationMustBeGiven implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.JUSTIFICATION;
    }

    @Override
    public @Nullable String objection(Policy policy, Submit request) {
        int minimum = policy.justificationMinimum();
        if (minimum == 0) {
            return null;
        }
        String given = request.wish().justification();
        return given != null && isEnough(given.strip(), minimum)
                ? null
                : "A justification of at least %d characters is needed.".formatted(minimum);
    }

    private static boolean isEnough(String given, int minimum) {
        return given.codePointCount(0, given.length()) >= minimum
                && given.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
