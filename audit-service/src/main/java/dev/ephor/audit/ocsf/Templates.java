package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Makes templates of what the table says: objects, lists and words as they are, {@code "$a.b"} for
 * the value at that path of the entry, {@code "text {a.b}"} with values filled in, and {@link
 * Operators}. What has no value is left out, and so is an object or list that nothing is left of.
 */
final class Templates {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.]+)}");

    private final Operators operators;

    Templates(Parts parts) {
        this.operators = new Operators(this, parts);
    }

    /**
     * @throws IllegalArgumentException when it names an operator or a part that is not there
     */
    Template of(JsonNode written) {
        return switch (written.getNodeType()) {
            case OBJECT -> object(written);
            case ARRAY -> array(all(written));
            case STRING -> text(written.textValue());
            default -> _ -> written;
        };
    }

    List<Template> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(this::of).toList();
    }

    private Template object(JsonNode written) {
        String operator = Operators.of(written);
        if (operator != null) {
            return operators.template(operator, written);
        }
        Map<String, Template> members = new LinkedHashMap<>();
        written.properties().forEach(m -> members.put(m.getKey(), of(m.getValue())));
        return line -> {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            members.forEach((name, member) -> put(filled, name, member.of(line)));
            return filled.isEmpty() ? MissingNode.getInstance() : filled;
        };
    }

    private static void put(ObjectNode filled, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            filled.set(name, value);
        }
    }

    private static Template array(List<Template> elements) {
        return line -> {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            elements.stream()
                    .map(element -> element.of(line))
                    .filter(value -> !value.isMissingNode())
                    .forEach(filled::add);
            return filled.isEmpty() ? MissingNode.getInstance() : filled;
        };
    }

    private static Template text(String written) {
        if (written.startsWith("$")) {
            return new Place(written.substring(1))::in;
        }
        Matcher places = PLACE.matcher(written);
        return places.find() ? sentence(written) : _ -> TextNode.valueOf(written);
    }

    private static Template sentence(String written) {
        return line ->
                TextNode.valueOf(
                        PLACE.matcher(written)
                                .replaceAll(
                                        place ->
                                                Matcher.quoteReplacement(
                                                        new Place(place.group(1))
                                                                .in(line)
                                                                .asText("-"))));
    }
}
