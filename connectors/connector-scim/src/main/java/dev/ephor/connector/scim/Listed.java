package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One page of resources (RFC 7644, section 3.4.2.4).
 *
 * @param start the index of its first resource, as it was asked for; the first of all is 1
 */
record Listed(JsonNode page, int start) {

    List<JsonNode> resources() {
        return Json.attribute(page, "Resources").valueStream().toList();
    }

    boolean has(String id) {
        return resources().stream().anyMatch(r -> r.path("id").asText().equals(id));
    }

    /** Whether there is nothing here but this one, if anything. */
    boolean areAll(String id) {
        return resources().stream().allMatch(r -> r.path("id").asText().equals(id));
    }

    /** Whether no page follows; so it is of an application that knows no pages. */
    boolean isLast() {
        return resources().isEmpty() || next() > Json.attribute(page, "totalResults").asInt(0);
    }

    int next() {
        return start + resources().size();
    }
}
