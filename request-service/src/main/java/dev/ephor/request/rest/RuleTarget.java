package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a rule is about, which follows from its id: {@code Expiration_EndUser_Assignment}. */
final class RuleTarget {
    private RuleTarget() {}

    static ObjectNode of(String rule) {
        String[] words = rule.split("_", -1);
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        target.put("caller", words[words.length - 2]);
        target.putArray("operations").add("All");
        target.put("level", words[words.length - 1]);
        target.putArray("inheritableSettings");
        target.putArray("enforcedSettings");
        return target;
    }

    /**
     * Refuses another. Operations are not looked at: Microsoft's SDK does not know {@code All}, and
     * sends none back.
     */
    static void check(String rule, ObjectNode wanted) {
        RuleMembers target = new RuleMembers(rule + ".", wanted).object("target");
        RuleMembers fixed = new RuleMembers("", of(rule));
        for (String name : List.of("caller", "level")) {
            target.word(name, List.of(fixed.text(name)));
        }
        for (String name : List.of("inheritableSettings", "enforcedSettings")) {
            if (target.node().path(name).size() > 0) {
                throw target.refused(name, "is not supported: leave it empty");
            }
        }
    }
}
