package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.connector.scim.Profile.OpCase;
import java.util.List;

/** The PATCH (RFC 7644, section 3.5.2) that adds and removes members, many at once. */
record MemberOperations(Profile profile) {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    JsonNode adding(List<String> users) {
        ArrayNode operations = operations();
        list(operations.addObject(), "add", users);
        return patch(operations);
    }

    JsonNode removing(List<String> users) {
        ArrayNode operations = operations();
        switch (profile.removalForm()) {
            // One operation for each member: few applications know "or" inside a path.
            case PATH -> users.forEach(user -> byPath(operations.addObject(), user));
            case VALUE -> list(operations.addObject(), "remove", users);
        }
        return patch(operations);
    }

    private void byPath(ObjectNode operation, String user) {
        operation.put("op", written("remove"));
        operation.put("path", "members[value eq %s]".formatted(Json.quoted(user)));
    }

    private void list(ObjectNode operation, String op, List<String> users) {
        operation.put("op", written(op)).put("path", "members");
        ArrayNode members = operation.putArray("value");
        users.forEach(user -> members.addObject().put("value", user));
    }

    private String written(String op) {
        return profile.opCase() == OpCase.LOWER
                ? op
                : Character.toUpperCase(op.charAt(0)) + op.substring(1);
    }

    private static ArrayNode operations() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode patch(ArrayNode operations) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putArray("schemas").add(SCHEMA);
        patch.set("Operations", operations);
        return patch;
    }
}
