package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.ephor.events.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OCSF 1.8.0 as its schema has it (the classes that we use), and what no JSON Schema can say. */
final class Ocsf {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(read("ocsf-1.8.0.schema.json"));
    private static final JsonNode RESOLVED = read("ocsf-1.8.0.resolved.json");

    private Ocsf() {}

    /** Everything that is wrong with an event; empty when it is valid. */
    static List<String> faults(JsonNode event) {
        var faults = new ArrayList<String>();
        SCHEMA.validate(event).stream().map(ValidationMessage::toString).forEach(faults::add);
        RESOLVED.get("classes").properties().stream()
                .map(Map.Entry::getValue)
                .filter(c -> c.get("uid").equals(event.get("class_uid")))
                .forEach(c -> object(event, c, "", faults));
        observables(event, faults);
        return faults;
    }

    private static void object(JsonNode object, JsonNode type, String path, List<String> faults) {
        object.properties()
                .forEach(
                        member -> {
                            JsonNode attribute = type.get("attributes").path(member.getKey());
                            String at = path + "/" + member.getKey();
                            if (attribute.has("deprecated_since")) {
                                faults.add(at + " is deprecated");
                            }
                            caption(object, member, attribute, at, faults);
                            inner(member.getValue(), attribute, at, faults);
                        });
    }

    private static void caption(
            JsonNode object,
            Map.Entry<String, JsonNode> member,
            JsonNode attribute,
            String at,
            List<String> faults) {
        if (!attribute.has("sibling") || !attribute.has("enum")) {
            return;
        }
        String id = member.getValue().asText();
        JsonNode said = object.path(attribute.get("sibling").asText());
        JsonNode caption = attribute.get("enum").path(id);
        if (said.isMissingNode() || !id.equals("99") && !said.equals(caption)) {
            faults.add("%s is %s, called %s instead of %s".formatted(at, id, said, caption));
        }
    }

    private static void inner(JsonNode value, JsonNode attribute, String at, List<String> faults) {
        JsonNode type =
                RESOLVED.at("/objects/" + attribute.path("type").asText().replace("object:", ""));
        if (!type.has("attributes") || attribute.path("type").asText().equals("object:object")) {
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> object(element, type, at, faults));
        } else {
            object(value, type, at, faults);
        }
    }

    private static void observables(JsonNode event, List<String> faults) {
        for (JsonNode observable : event.path("observables")) {
            String pointer =
                    "/"
                            + observable
                                    .get("name")
                                    .asText()
                                    .replace(".", "/")
                                    .replaceAll("\\[(\\d+)]", "/$1");
            if (!event.at(pointer).equals(observable.get("value"))) {
                faults.add("the observable " + observable + " stands nowhere");
            }
        }
    }

    private static JsonNode read(String name) {
        try (InputStream file = Ocsf.class.getResourceAsStream("/ocsf/" + name)) {
            return EventCodec.json().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
