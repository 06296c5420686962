package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Completes an event by what follows from its class and activity: the other numbers and names, the
 * caption beside each number, and the observables.
 */
final class Classification {
    /** What stands before the rest, or behind it. */
    private static final Set<String> PLACED =
            Set.of("class_uid", "activity_id", "activity_name", "unmapped");

    private final JsonNode classes;
    private final JsonNode captions;
    private final Map<Place, Map.Entry<String, JsonNode>> observables;

    Classification(JsonNode table) {
        this.classes = table.get("classes");
        this.captions = table.get("captions");
        this.observables =
                table.get("observables").properties().stream()
                        .collect(
                                Collectors.toMap(
                                        o -> new Place(o.getKey()),
                                        o -> o,
                                        (a, _) -> a,
                                        LinkedHashMap::new));
    }

    ObjectNode complete(ObjectNode said) {
        int classUid = said.path("class_uid").asInt();
        int activity = said.path("activity_id").asInt();
        JsonNode ofClass = classes.path(String.valueOf(classUid));
        String activityName =
                ofClass.path("activities").path(String.valueOf(activity)).asText("Unknown");
        String className = ofClass.path("name").asText();
        ObjectNode event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("activity_id", activity)
                        .put("activity_name", said.path("activity_name").asText(activityName))
                        .put("category_uid", classUid / 1000)
                        .put("category_name", ofClass.path("category").asText())
                        .put("class_uid", classUid)
                        .put("class_name", className)
                        .put("type_uid", classUid * 100L + activity)
                        .put("type_name", className + ": " + activityName);
        said.properties().stream()
                .filter(member -> !PLACED.contains(member.getKey()))
                .forEach(member -> put(event, member, ofClass));
        observe(event);
        return event.set("unmapped", said.path("unmapped"));
    }

    private void put(ObjectNode event, Map.Entry<String, JsonNode> member, JsonNode ofClass) {
        String name = member.getKey();
        event.set(name, member.getValue());
        String id = member.getValue().asText();
        JsonNode general = captions.path(name).path(id);
        JsonNode caption = ofClass.path("captions").path(name).path(id);
        if (!general.isMissingNode() || !caption.isMissingNode()) {
            String sibling = name.substring(0, name.length() - "_id".length());
            event.set(sibling, caption.isMissingNode() ? general : caption);
        }
    }

    private void observe(ObjectNode event) {
        var found = JsonNodeFactory.instance.arrayNode();
        observables.forEach(
                (place, observable) -> {
                    JsonNode value = place.in(event);
                    if (value.isTextual()) {
                        ObjectNode one = found.addObject().put("name", observable.getKey());
                        one.setAll((ObjectNode) observable.getValue());
                        one.set("value", value);
                    }
                });
        if (!found.isEmpty()) {
            event.set("observables", found);
        }
    }
}
