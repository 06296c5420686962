package dev.ephor.request.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephor.events.EventCodec;
import dev.ephor.request.application.Difference.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which members two states of a thing differ: as deep as both have the same members. */
final class Members {
    private final List<Member> found = new ArrayList<>();

    private Members() {}

    static List<Member> between(Object before, Object after) {
        var members = new Members();
        members.compare("", tree(before), tree(after));
        return members.found;
    }

    private static JsonNode tree(Object thing) {
        return EventCodec.json().valueToTree(thing);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareObjects(path, before, after);
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare("%s[%d]".formatted(path, i), before.get(i), after.get(i));
            }
        } else {
            found.add(new Member(path, text(before), text(after)));
        }
    }

    private void compareObjects(String path, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, at(before, name), at(after, name));
        }
    }

    private static JsonNode at(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member == null ? MissingNode.getInstance() : member;
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
