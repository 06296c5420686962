package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a template can do beside naming a place; docs/ocsf.md lists it for whoever edits the table.
 */
final class Operators {
    private static final String NONE = "$none";
    private static final String ELSE = "$else";

    private final Templates templates;
    private final Parts parts;

    Operators(Templates templates, Parts parts) {
        this.templates = templates;
        this.parts = parts;
    }

    /** The operator that an object is; null: it is none. */
    static @Nullable String of(JsonNode object) {
        String first = object.isEmpty() ? "" : object.fieldNames().next();
        return first.startsWith("$") ? first : null;
    }

    Template template(String operator, JsonNode written) {
        JsonNode argument = written.path(operator);
        return switch (operator) {
            case "$switch" -> choice(written);
            case "$first" -> first(templates.all(argument));
            case "$last" -> last(templates.of(argument));
            case "$join" -> join(templates.all(argument));
            case "$millis" -> millis(templates.of(argument));
            case "$int32" -> int32(templates.of(argument));
            case "$holds" -> holds(templates.of(argument), written.path("value"));
            case "$each" -> each(templates.of(argument), templates.of(written.path("as")));
            case "$use" -> use(argument.asText(), written);
            default -> throw new IllegalArgumentException("there is no operator " + operator);
        };
    }

    private Template choice(JsonNode written) {
        Template on = templates.of(written.path("$switch"));
        Map<String, Template> cases = new HashMap<>();
        written.properties().forEach(m -> cases.put(m.getKey(), templates.of(m.getValue())));
        Template otherwise = cases.getOrDefault(ELSE, _ -> MissingNode.getInstance());
        return line -> {
            JsonNode value = on.of(line);
            String name = value.isMissingNode() ? NONE : value.asText();
            return cases.getOrDefault(name, otherwise).of(line);
        };
    }

    private static Template first(List<Template> candidates) {
        return line ->
                candidates.stream()
                        .map(candidate -> candidate.of(line))
                        .map(value -> value.isArray() ? value.path(0) : value)
                        .filter(value -> !value.isMissingNode())
                        .findFirst()
                        .orElse(MissingNode.getInstance());
    }

    private static Template last(Template list) {
        return line -> {
            JsonNode found = list.of(line);
            return found.path(found.size() - 1);
        };
    }

    private static Template join(List<Template> lists) {
        return line -> {
            String joined =
                    lists.stream()
                            .flatMap(
                                    list ->
                                            StreamSupport.stream(
                                                    list.of(line).spliterator(), false))
                            .map(JsonNode::asText)
                            .collect(Collectors.joining("; "));
            return joined.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(joined);
        };
    }

    /** OCSF's times are milliseconds since 1970. */
    private static Template millis(Template time) {
        return line -> {
            try {
                String text = time.of(line).asText();
                return LongNode.valueOf(OffsetDateTime.parse(text).toInstant().toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                return MissingNode.getInstance();
            }
        };
    }

    /** A number as far as OCSF's integer_t goes. */
    private static Template int32(Template number) {
        return line -> {
            JsonNode value = number.of(line);
            return value.canConvertToInt() ? value : MissingNode.getInstance();
        };
    }

    private static Template holds(Template list, JsonNode wanted) {
        return line -> {
            JsonNode found = list.of(line);
            boolean holds =
                    StreamSupport.stream(found.spliterator(), false).anyMatch(wanted::equals);
            return found.isMissingNode() ? found : BooleanNode.valueOf(holds);
        };
    }

    private static Template each(Template list, Template as) {
        return line -> {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            list.of(line).forEach(it -> all.add(as.of(with(line, it))));
            return all.isEmpty() ? MissingNode.getInstance() : all;
        };
    }

    /** A part whose {@code it} is what the other members say. */
    private Template use(String part, JsonNode written) {
        ObjectNode arguments = written.deepCopy();
        arguments.remove("$use");
        Template it = templates.of(arguments);
        Template used = templates.of(parts.named(part));
        return line -> used.of(with(line, it.of(line)));
    }

    private static JsonNode with(JsonNode line, JsonNode it) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.setAll((ObjectNode) line);
        if (!it.isMissingNode()) {
            both.set("it", it);
        }
        return both;
    }
}
