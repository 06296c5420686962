package dev.ephor.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Locale;

/** Generates the AsyncAPI document (3.0) from the topics and the events' schemas. */
final class AsyncApi {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();
    private static final String OTHERS = Topics.SIGNALS.writer();

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    static String text() {
        try {
            return YAML.writeValueAsString(new AsyncApi().document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode document() {
        document.put("asyncapi", "3.0.0");
        describe(document.putObject("info"));
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("quickstart")
                .put("host", "127.0.0.1:18092")
                .put("protocol", "kafka");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = new AsyncApiComponents(document.putObject("components"));
        for (Topic<?> topic : Topics.all(Topics.PARTITIONS)) {
            List<String> messages = components.messagesOf(topic);
            channel(channels.putObject(id(topic)), topic, messages);
            operation(operations, topic, messages);
        }
        return document;
    }

    private static void describe(ObjectNode info) {
        info.put("title", "Ephor")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What Ephor says on Kafka, and what it hears from other systems (the channel"
                                + " "
                                + id(Topics.SIGNALS)
                                + "). CloudEvents 1.0 in binary mode. Consumers skip types and"
                                + " members that they do not know. Generated from the records of"
                                + " common-events; golden samples lie beside them.");
    }

    private static void channel(ObjectNode channel, Topic<?> topic, List<String> messages) {
        channel.put("address", topic.name()).put("description", "Written by " + topic.writer());
        var refs = channel.putObject("messages");
        messages.forEach(name -> ref(refs.putObject(name), "components/messages/" + name));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        keeping(kafka.putObject("topicConfiguration"), topic.keeping());
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void keeping(ObjectNode configuration, Topic.Keeping keeping) {
        configuration
                .putArray("cleanup.policy")
                .add(keeping == Topic.Keeping.NEWEST_OF_KEY ? "compact" : "delete");
        if (keeping == Topic.Keeping.FOREVER) {
            configuration.put("retention.ms", -1);
        }
    }

    /** The action is seen from Ephor. */
    private static void operation(ObjectNode operations, Topic<?> topic, List<String> messages) {
        boolean hears = topic.writer().equals(OTHERS);
        var operation = operations.putObject((hears ? "hear-" : "say-") + id(topic));
        operation.put("action", hears ? "receive" : "send");
        ref(operation.putObject("channel"), "channels/" + id(topic));
        var refs = operation.putArray("messages");
        messages.forEach(
                name -> ref(refs.addObject(), "channels/" + id(topic) + "/messages/" + name));
    }

    private static String id(Topic<?> topic) {
        return topic.name().replaceFirst("^ephor\\.", "").toLowerCase(Locale.ROOT);
    }

    static void ref(ObjectNode node, String path) {
        node.put("$ref", "#/" + path);
    }
}
