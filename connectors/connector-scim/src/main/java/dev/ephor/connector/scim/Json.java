package dev.ephor.connector.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies as plain trees: SCIM-SDK's own resource types copy each resource several times,
 * which a group of thousands of members feels.
 */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The body as a tree; a missing node where it is none, such as a proxy's HTML page. */
    static JsonNode parse(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** A string between quotes for a filter (RFC 7644, section 3.4.2.2: JSON's rules). */
    static String quoted(String value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a string is always JSON", e);
        }
    }

    /** The value of an attribute, whose name RFC 7643 lets be written in any case. */
    static JsonNode attribute(JsonNode resource, String name) {
        JsonNode exact = resource.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        return resource.properties().stream()
                .filter(
                        p ->
                                p.getKey()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(name.toLowerCase(Locale.ROOT)))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
