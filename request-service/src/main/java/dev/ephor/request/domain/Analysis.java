package dev.ephor.request.domain;

import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.request.domain.Command.Submit;
import java.util.ArrayList;
import java.util.List;

/**
 * What every rule says of a request. A rule that breaks refuses as one that says no does, and is
 * kept apart from it: somebody has to repair it.
 */
record Analysis(List<Rule> satisfied, List<Violation> violated, List<Violation> broken) {

    static Analysis of(List<Rule> rules, Submit request, Held held) {
        var analysis = new Analysis(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        rules.forEach(rule -> analysis.apply(rule, request, held));
        return analysis;
    }

    boolean accepts() {
        return violated.isEmpty() && broken.isEmpty();
    }

    private void apply(Rule rule, Submit request, Held held) {
        try {
            String objection = rule.objection(request, held);
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
    private static String reason(Rule rule, RuntimeException e) {
        return "The rule %s cannot be evaluated (%s): tell an operator."
                .formatted(rule.getClass().getSimpleName(), e.getClass().getSimpleName());
    }
}
