package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.request.PatchRequestOperation;
import java.util.List;

/** The PATCH operations (RFC 7644, section 3.5.2) that add and remove members, many at once. */
record MemberOperations(ScimTarget.RemovalForm removalForm) {

    List<PatchRequestOperation> adding(List<String> users) {
        return List.of(listed(PatchOp.ADD, users));
    }

    List<PatchRequestOperation> removing(List<String> users) {
        return switch (removalForm) {
            case PATH -> users.stream().map(MemberOperations::byPath).toList();
            case VALUE -> List.of(listed(PatchOp.REMOVE, users));
        };
    }

    /** One operation for each member: few applications know {@code or} inside a path. */
    private static PatchRequestOperation byPath(String user) {
        return PatchRequestOperation.builder()
                .op(PatchOp.REMOVE)
                .path("members[value eq %s]".formatted(Json.quoted(user)))
                .build();
    }

    private static PatchRequestOperation listed(PatchOp op, List<String> users) {
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        users.forEach(user -> members.addObject().put("value", user));
        return PatchRequestOperation.builder().op(op).path("members").valueNode(members).build();
    }
}
