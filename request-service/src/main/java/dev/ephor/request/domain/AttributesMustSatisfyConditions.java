package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Condition;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the policy asks of the principal's attributes, such as clearance or department. */
final class AttributesMustSatisfyConditions implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.CONDITION;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        var principal = request.circumstances().principal();
        Map<String, String> attributes = principal == null ? Map.of() : principal.attributes();
        String all =
                policy.conditions().stream()
                        .filter(
                                condition ->
                                        !holds(condition, attributes.get(condition.attribute())))
                        .map(AttributesMustSatisfyConditions::wanted)
                        .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    /**
     * Throws where a number is asked and the attribute is none: the rule is broken, not the will.
     */
    private static boolean holds(Condition condition, @Nullable String value) {
        if (value == null) {
            return false;
        }
        boolean listed = condition.oneOf().isEmpty() || condition.oneOf().contains(value);
        return listed
                && (condition.atLeast() == null
                        || Long.parseLong(value.strip()) >= condition.atLeast());
    }

    private static String wanted(Condition condition) {
        String values =
                condition.oneOf().isEmpty()
                        ? ""
                        : " one of " + String.join(", ", condition.oneOf());
        String least = condition.atLeast() == null ? "" : " at least " + condition.atLeast();
        return "The attribute %s of the principal has to be%s%s."
                .formatted(condition.attribute(), values, least);
    }
}
