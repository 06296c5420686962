package dev.ephor.events;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The components of the AsyncAPI document: messages, what they share, and schemas. */
final class AsyncApiComponents {
    private static final Map<Topic<?>, Map.Entry<String, String>> OPAQUE =
            Map.ofEntries(
                    entry(Topics.AUDIT, entry("AuditRecord", "application/json")),
                    entry(Topics.AUDIT_CHECKPOINTS, entry("Checkpoint", "text/plain")),
                    entry(Topics.DEAD_LETTERS, entry("DeadLetter", "application/octet-stream")));

    private final ObjectNode messages;
    private final ObjectNode schemas;

    AsyncApiComponents(ObjectNode components) {
        components
                .putObject("correlationIds")
                .putObject("activation")
                .put("location", "$message.header#/ce_correlationid")
                .put("description", "The activation id through its whole life");
        cloudEvent(components.putObject("messageTraits").putObject("cloudEvent"));
        messages = components.putObject("messages");
        schemas = components.putObject("schemas");
        schemas.putObject("MembershipKeyText")
                .put("type", "string")
                .put("description", "tenant/group/principal/access")
                .put("pattern", "^([A-Za-z0-9._-]{1,128}/){3}(member|owner)$");
    }

    /** Adds the messages of a topic; their names. */
    List<String> messagesOf(Topic<?> topic) {
        if (OPAQUE.containsKey(topic)) {
            var message = OPAQUE.get(topic);
            messages.putObject(message.getKey())
                    .put("name", message.getKey())
                    .put("contentType", message.getValue());
            if (topic.equals(Topics.AUDIT)) {
                auditRecord(messages.withObject(message.getKey()));
            }
            return List.of(message.getKey());
        }
        return EventTypes.all().values().stream()
                .filter(topic.events()::isAssignableFrom)
                .map(this::message)
                .toList();
    }

    /** What every record has; the rest is OCSF's, by its class. */
    private static void auditRecord(ObjectNode message) {
        message.put(
                "summary",
                "A line of the log as an OCSF 1.8.0 event; its key is its sequence. docs/ocsf.md"
                        + " explains it, docs/ocsf/ has an example of each.");
        var payload = message.putObject("payload").put("type", "object");
        var required = payload.putArray("required");
        var properties = payload.putObject("properties");
        List.of("class_uid", "activity_id", "type_uid", "severity_id", "time")
                .forEach(name -> properties.putObject(name).put("type", "integer"));
        properties.putObject("metadata").put("type", "object");
        var unmapped = properties.putObject("unmapped").put("type", "object");
        properties.fieldNames().forEachRemaining(required::add);
        unmapped.putArray("required").add("ephor");
        var line = unmapped.putObject("properties").putObject("ephor").put("type", "object");
        line.put("description", "The line itself, as the API hands it out");
        line.putArray("required").add("sequence").add("leafHash").add("previous").add("hash");
    }

    private String message(Class<? extends Event> event) {
        String name = event.getSimpleName();
        String type = EventTypes.nameOf(event);
        var message = messages.putObject(name);
        message.put("name", type).put("contentType", "application/json");
        AsyncApi.ref(message.putObject("correlationId"), "components/correlationIds/activation");
        AsyncApi.ref(message.putArray("traits").addObject(), "components/messageTraits/cloudEvent");
        var headers = message.putObject("headers").put("type", "object");
        headers.putObject("properties").putObject("ce_type").put("const", type);
        if (SignalEvent.class.isAssignableFrom(event)) {
            signed(headers);
        }
        var kafka = message.putObject("bindings").putObject("kafka");
        key(kafka.putObject("key"), event);
        kafka.put("bindingVersion", "0.5.0");
        AsyncApi.ref(message.putObject("payload"), "components/schemas/" + name);
        schema(name, EventSchemas.of(event));
        return name;
    }

    private static void signed(ObjectNode headers) {
        headers.withObjectProperty("properties")
                .putObject("ephor-signature")
                .put("type", "string")
                .put("pattern", "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+$")
                .put(
                        "description",
                        "Detached JWS (RFC 7515, RFC 7797) with EdDSA or ES256 over id, source,"
                                + " type, time and key, each followed by a line feed, and the data;"
                                + " docs/signals.md has an example");
    }

    private static void key(ObjectNode key, Class<? extends Event> event) {
        if (Event.AboutMembership.class.isAssignableFrom(event)) {
            AsyncApi.ref(key, "components/schemas/MembershipKeyText");
        } else {
            key.put("type", "string");
        }
    }

    /** Nested records become components of their own, so that the references hold here too. */
    private void schema(String name, ObjectNode schema) {
        schema.remove("$schema");
        schema.remove("title");
        var nested = schema.remove("$defs");
        add(name, schema);
        if (nested != null) {
            nested.properties().forEach(def -> add(def.getKey(), (ObjectNode) def.getValue()));
        }
    }

    private void add(String name, ObjectNode schema) {
        schema.findParents("$ref").forEach(AsyncApiComponents::moveReference);
        JsonNode before = schemas.get(name);
        if (before != null && !before.equals(schema)) {
            throw new AssertionError("two different records are both named " + name);
        }
        schemas.set(name, schema);
    }

    private static void moveReference(JsonNode node) {
        var moved = node.get("$ref").asText().replace("#/$defs/", "#/components/schemas/");
        ((ObjectNode) node).put("$ref", moved);
    }

    private static void cloudEvent(ObjectNode trait) {
        var headers = trait.putObject("headers").put("type", "object");
        var required = headers.putArray("required");
        var properties = headers.putObject("properties");
        List.of("specversion", "id", "source", "type", "time", "subject", "correlationid")
                .forEach(
                        name -> {
                            required.add("ce_" + name);
                            text(properties, "ce_" + name).put("minLength", 1);
                        });
        text(properties, "ce_causationid").put("minLength", 1);
        text(properties, "ce_traceparent")
                .put("pattern", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");
        text(properties, "content-type").put("const", "application/json");
        properties.withObject("ce_specversion").put("const", "1.0");
        properties.withObject("ce_source").put("format", "uri-reference");
        properties.withObject("ce_time").put("format", "date-time");
    }

    private static ObjectNode text(ObjectNode properties, String name) {
        return properties.putObject(name).put("type", "string");
    }
}
