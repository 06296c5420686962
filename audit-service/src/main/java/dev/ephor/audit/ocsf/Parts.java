package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What rows have in common. {@code "$with": ["a", "b"]} lays an object over part a and part b, the
 * later over the earlier, member by member.
 */
record Parts(JsonNode written) {
    private static final String WITH = "$with";
    private static final String RECORD = "record";

    /** The part of this name, whole. */
    JsonNode named(String name) {
        JsonNode part = written.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part '" + name + "'");
        }
        return whole(part);
    }

    /** A row with what every record has. */
    JsonNode record(JsonNode row) {
        return over(named(RECORD), whole(row));
    }

    private JsonNode whole(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        JsonNode whole = JsonNodeFactory.instance.objectNode();
        for (JsonNode name : node.path(WITH)) {
            whole = over(whole, named(name.asText()));
        }
        var own = JsonNodeFactory.instance.objectNode();
        node.properties().stream()
                .filter(member -> !member.getKey().equals(WITH))
                .forEach(member -> own.set(member.getKey(), whole(member.getValue())));
        return over(whole, own);
    }

    private static JsonNode over(JsonNode below, JsonNode above) {
        if (!isPlain(below) || !isPlain(above)) {
            return above;
        }
        ObjectNode both = below.deepCopy();
        above.properties()
                .forEach(
                        member -> {
                            JsonNode lower = both.get(member.getKey());
                            both.set(
                                    member.getKey(),
                                    lower == null
                                            ? member.getValue()
                                            : over(lower, member.getValue()));
                        });
        return both;
    }

    /** Whether it has members rather than an operator. */
    private static boolean isPlain(JsonNode node) {
        return node.isObject() && Operators.of(node) == null;
    }
}
