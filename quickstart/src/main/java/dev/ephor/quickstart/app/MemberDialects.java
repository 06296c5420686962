package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.request.PatchRequestOperation;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.server.patch.workarounds.PatchWorkaround;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ways to name members that the library does not take by itself: Entra's remove with members in
 * `value` that carry more than their id, and Salesforce's `members` once more inside `value`.
 */
final class MemberDialects extends PatchWorkaround {
    @Override
    public boolean shouldBeHandled(
            PatchConfig config, ResourceType type, PatchRequestOperation operation) {
        return operation.getPath().filter("members"::equalsIgnoreCase).isPresent()
                && operation.getValueNode().filter(values -> !values.isEmpty()).isPresent();
    }

    @Override
    public boolean executeOtherHandlers() {
        return true;
    }

    @Override
    public PatchRequestOperation fixPatchRequestOperaton(
            ResourceType type, PatchRequestOperation operation) {
        List<JsonNode> members = members(operation.getValueNode().orElseThrow());
        if (operation.getOp() != PatchOp.REMOVE) {
            List<String> values = members.stream().map(JsonNode::toString).toList();
            return PatchRequestOperation.builder()
                    .op(operation.getOp())
                    .path("members")
                    .values(values)
                    .build();
        }
        String filter =
                members.stream()
                        .map(member -> "value eq " + member.path("value"))
                        .collect(Collectors.joining(" or ", "members[", "]"));
        return PatchRequestOperation.builder().op(PatchOp.REMOVE).path(filter).build();
    }

    private static List<JsonNode> members(ArrayNode values) {
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode value : values) {
            (value.path("members").isArray() ? value.path("members") : List.of(value))
                    .forEach(members::add);
        }
        return members;
    }
}
