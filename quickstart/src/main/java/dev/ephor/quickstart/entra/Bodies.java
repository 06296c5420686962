package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Request;
import java.util.ArrayList;
import java.util.List;

/** Reads request bodies, with Graph's words for those that cannot be read. */
final class Bodies {
    private Bodies() {}

    static ObjectNode object(Request request) {
        return Json.parseObject(request.body())
                .orElseThrow(
                        () ->
                                GraphException.malformed(
                                        "Unable to read JSON request payload. Please ensure Content-Type header is set"
                                                + " and payload is of valid JSON format."));
    }

    static String text(ObjectNode body, String property) {
        JsonNode value = body.path(property);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw GraphException.badRequest(
                    "A value is required for property '" + property + "' of resource.");
        }
        return value.asText();
    }

    /** The texts of an array; empty where the property is absent. */
    static List<String> texts(ObjectNode body, String property) {
        JsonNode value = body.path(property);
        if (!value.isArray() && !value.isMissingNode()) {
            throw GraphException.badRequest(
                    "Invalid value specified for property '" + property + "' of resource.");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
