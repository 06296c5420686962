package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.rest.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules in a policy that somebody sent. What else a policy has cannot be changed. */
final class SentRules {
    private static final Set<String> FIXED =
            Set.of(
                    "id",
                    "displayName",
                    "description",
                    "isOrganizationDefault",
                    "scopeId",
                    "scopeType",
                    "lastModifiedDateTime",
                    "lastModifiedBy");

    private SentRules() {}

    static List<ObjectNode> of(JsonNode policy) {
        policy.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.equals("rules")
                                    && !FIXED.contains(name)
                                    && !name.contains("@")) {
                                throw ApiError.badRequest(
                                        "'%s' is not known here.".formatted(name));
                            }
                        });
        JsonNode rules = policy.path("rules");
        if (rules.isMissingNode() || rules.isNull()) {
            return List.of();
        }
        if (!rules.isArray()) {
            throw ApiError.badRequest("'rules' has to be a list.");
        }
        var found = new ArrayList<ObjectNode>();
        rules.forEach(rule -> found.add(rule(rule)));
        return found;
    }

    private static ObjectNode rule(JsonNode rule) {
        if (rule instanceof ObjectNode object && object.path("id").isTextual()) {
            return object;
        }
        throw ApiError.badRequest("Each of 'rules' needs its id.");
    }
}
