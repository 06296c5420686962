package dev.ephor.request.domain;

import java.time.Duration;
import java.util.Locale;

/** Values of rules as people read them. */
final class RuleTexts {
    private RuleTexts() {}

    /** Whole days as days, as Graph writes them. */
    static String of(Duration duration) {
        return Iso.text(duration);
    }

    static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
