package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * Where something stands in a document: names divided by dots; {@code list[].name} for that member
 * of every element, {@code list[0].name} for that of one. An empty path is the document.
 */
final class Place {
    private final List<String> steps;

    Place(String path) {
        this.steps = path.isEmpty() ? List.of() : List.of(path.replace("[", ".[").split("\\."));
    }

    /** The value there; a missing node where there is none, or null. */
    JsonNode in(JsonNode document) {
        return walk(document, steps);
    }

    private static JsonNode walk(JsonNode node, List<String> steps) {
        if (steps.isEmpty()) {
            return node.isNull() ? MissingNode.getInstance() : node;
        }
        List<String> rest = steps.subList(1, steps.size());
        String step = steps.getFirst();
        if (step.equals("[]")) {
            return each(node, rest);
        }
        return walk(
                step.startsWith("[")
                        ? node.path(Integer.parseInt(step.substring(1, step.length() - 1)))
                        : node.path(step),
                rest);
    }

    private static JsonNode each(JsonNode list, List<String> rest) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : list) {
            JsonNode value = walk(element, rest);
            if (!value.isMissingNode()) {
                found.add(value);
            }
        }
        return found.isEmpty() ? MissingNode.getInstance() : found;
    }
}
