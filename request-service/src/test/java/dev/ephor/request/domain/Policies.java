package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import java.time.Duration;
import java.util.List;

/** Policies that ask for one thing alone. */
final class Policies {
    private static final Duration MAX = Duration.ofHours(8);
    private static final Duration USUAL = Duration.ofHours(1);

    private Policies() {}

    static Policy ticket(Policy.TicketRule rule) {
        return Policy.upTo(MAX).usually(USUAL).ticket(rule).build();
    }

    static Policy justification(int minimum) {
        return Policy.upTo(MAX).usually(USUAL).justification(minimum).build();
    }

    static Policy maximum(Duration maximum) {
        return Policy.upTo(maximum).build();
    }

    static Policy stages(List<Policy.Stage> stages) {
        return Policy.upTo(MAX).usually(USUAL).stages(stages).build();
    }
}
