package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.request.application.FindPolicies;
import dev.ephor.request.application.FindPolicies.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies, their rules and their assignments as Graph writes them. */
@ApplicationScoped
class PolicyObject {
    private final PolicyRules rules;
    private final FindPolicies policies;

    PolicyObject(PolicyRules rules, FindPolicies policies) {
        this.rules = rules;
        this.policies = policies;
    }

    ObjectNode policy(Standing standing, boolean withRules) {
        PolicyDefined policy = standing.policy();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@odata.etag", EntityTag.of(standing.version()));
        node.put("id", PolicyId.of(policy));
        node.put("displayName", "Group");
        node.put("description", "Group");
        node.put("isOrganizationDefault", false);
        node.put("scopeId", policy.group());
        node.put("scopeType", "Group");
        node.put("lastModifiedDateTime", standing.at().toString());
        ObjectNode by = node.putObject("lastModifiedBy");
        by.put("displayName", nameOf(policy.tenant(), standing.by()));
        by.put("id", standing.by());
        if (withRules) {
            node.putArray("rules").addAll(rules(policy));
        }
        return node;
    }

    private @Nullable String nameOf(String tenant, String principal) {
        return policies.names(tenant, List.of(principal)).get(principal);
    }

    List<ObjectNode> rules(PolicyDefined policy) {
        List<ObjectNode> shown = rules.show(policy);
        describe(policy.tenant(), shown);
        return shown;
    }

    Optional<ObjectNode> rule(PolicyDefined policy, String id) {
        Optional<ObjectNode> shown = rules.show(policy, id);
        shown.ifPresent(rule -> describe(policy.tenant(), List.of(rule)));
        return shown;
    }

    /** Approvers by name, for people. */
    private void describe(String tenant, List<ObjectNode> shown) {
        var approvers = new HashMap<ObjectNode, String>();
        shown.stream()
                .flatMap(rule -> elements(rule.path("setting").path("approvalStages")))
                .flatMap(
                        stage ->
                                Stream.of("primaryApprovers", "escalationApprovers")
                                        .flatMap(name -> elements(stage.path(name))))
                .forEach(approver -> put(approver, approvers));
        Map<String, String> names = policies.names(tenant, approvers.values());
        approvers.forEach((approver, id) -> approver.put("description", names.get(id)));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return array instanceof ArrayNode many ? many.valueStream() : Stream.of();
    }

    private static void put(JsonNode approver, Map<ObjectNode, String> approvers) {
        for (String name : List.of("userId", "groupId")) {
            if (approver instanceof ObjectNode subject && subject.has(name)) {
                approvers.put(subject, subject.get(name).textValue());
            }
        }
    }

    ObjectNode assignment(Standing standing, boolean withPolicy, boolean withRules) {
        PolicyDefined policy = standing.policy();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", PolicyId.ofAssignment(policy));
        node.put("policyId", PolicyId.of(policy));
        node.put("scopeId", policy.group());
        node.put("scopeType", "Group");
        node.put("roleDefinitionId", policy.access().wire());
        if (withPolicy) {
            node.set("policy", policy(standing, withRules));
        }
        return node;
    }

    /** The policy with these rules as somebody sent them. */
    PolicyDefined change(PolicyDefined policy, String rule, ObjectNode sent) {
        return rules.change(policy, rule, sent);
    }
}
