package dev.ephor.request.domain;

import dev.ephor.events.RequestEvent.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every rule says of a request. A rule that breaks refuses as one that says no does, and is
 * kept apart from it: somebody has to repair it.
 */
record Analysis(List<Rule<?>> satisfied, List<Violation> violated, List<Violation> broken) {

    static <R extends Asked> Analysis of(List<? extends Rule<? super R>> rules, R request) {
        var analysis = new Analysis(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        rules.forEach(rule -> analysis.apply(rule, request));
        return analysis;
    }

    boolean accepts() {
        return violated.isEmpty() && broken.isEmpty();
    }

    /** Every reason in one text. */
    String reasons() {
        return Stream.concat(violated.stream(), broken.stream())
                .map(Violation::reason)
                .collect(Collectors.joining(" "));
    }

    private <R extends Asked> void apply(Rule<? super R> rule, R request) {
        try {
            String objection = rule.objection(request);
            if (objection == null) {
                satisfied.add(rule);
            } else {
                violated.add(new Violation(rule.name(), objection));
            }
        } catch (RuntimeException e) {
            broken.add(new Violation(rule.name(), reason(rule, e)));
        }
    }

    /** Without the exception's message, which may hold what the requester must not see. */
    private static String reason(Rule<?> rule, RuntimeException e) {
        return "The rule %s cannot be evaluated (%s): tell an operator."
                .formatted(rule.getClass().getSimpleName(), e.getClass().getSimpleName());
    }
}
