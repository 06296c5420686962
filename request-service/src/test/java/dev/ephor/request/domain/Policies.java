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
        return new Policy(MAX, USUAL, null, 0, rule, List.of());
    }

    static Policy justification(int minimum) {
        return new Policy(MAX, USUAL, null, minimum, null, List.of());
    }

    static Policy maximum(Duration maximum) {
        return new Policy(maximum, maximum, null, 0, null, List.of());
    }

    static Policy stages(List<Policy.Stage> stages) {
        return new Policy(MAX, USUAL, null, 0, null, stages);
    }
}
