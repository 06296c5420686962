package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.domain.NotificationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Graph's seventeen rules: a policy as their list, and a list of them as changes of a policy. */
@ApplicationScoped
class PolicyRules {
    private static final String TYPE = "#microsoft.graph.unifiedRoleManagementPolicy%sRule";

    private final List<PolicyRule> rules = new ArrayList<>();

    PolicyRules(
            @ConfigProperty(name = "ephor.policy.mfa-acr") String mfaAcr,
            @ConfigProperty(name = "ephor.policy.justification-minimum") int justification) {
        for (AdminPart part : AdminPart.values()) {
            rules.add(new AdminExpirationRule(part));
            rules.add(new AdminEnablementRule(part));
        }
        rules.add(new ActivationExpirationRule());
        rules.add(new ActivationEnablementRule(mfaAcr, justification));
        rules.add(new ApprovalRule());
        rules.add(new AuthenticationContextRule());
        NotificationRules.IDS.forEach(id -> rules.add(new NotificationRule(id)));
    }

    List<ObjectNode> show(PolicyDefined policy) {
        return rules.stream().map(rule -> show(rule, policy)).toList();
    }

    Optional<ObjectNode> show(PolicyDefined policy, String id) {
        return find(id).map(rule -> show(rule, policy));
    }

    private Optional<PolicyRule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst();
    }

    private static ObjectNode show(PolicyRule rule, PolicyDefined policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("@odata.type", TYPE.formatted(rule.kind()));
        node.put("id", rule.id());
        rule.show(policy, node);
        node.set("target", RuleTarget.of(rule.id()));
        return node;
    }

    /**
     * The policy with one rule as somebody sent it; what they did not send stays.
     *
     * @throws ApiError 400 when it is no such rule, or cannot be so
     */
    PolicyDefined change(PolicyDefined policy, String id, ObjectNode sent) {
        PolicyRule rule =
                find(id).orElseThrow(
                                () -> ApiError.badRequest("There is no rule '%s'.".formatted(id)));
        ObjectNode before = show(rule, policy);
        refuseOther(rule, before, sent);
        ObjectNode wanted = before.deepCopy();
        merge(wanted, sent);
        RuleTarget.check(id, wanted);
        String path = rule.id() + ".";
        return rule.change(policy, new RuleMembers(path, before), new RuleMembers(path, wanted));
    }

    private static void refuseOther(PolicyRule rule, ObjectNode before, ObjectNode sent) {
        JsonNode type = sent.path("@odata.type");
        if (!type.isMissingNode() && !type.asText().equalsIgnoreCase(TYPE.formatted(rule.kind()))) {
            throw ApiError.badRequest(
                    "The rule %s has the @odata.type %s."
                            .formatted(rule.id(), TYPE.formatted(rule.kind())));
        }
        JsonNode id = sent.path("id");
        if (!id.isMissingNode() && !id.asText().equalsIgnoreCase(rule.id())) {
            throw ApiError.badRequest("The id of the rule %s cannot change.".formatted(rule.id()));
        }
        sent.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!before.has(name) && !name.contains("@")) {
                                throw ApiError.badRequest(
                                        "'%s.%s' is not known here.".formatted(rule.id(), name));
                            }
                        });
    }

    /** Objects member by member; everything else as a whole. */
    private static void merge(ObjectNode into, ObjectNode from) {
        from.fields()
                .forEachRemaining(
                        member -> {
                            String name = member.getKey();
                            if (into.get(name) instanceof ObjectNode inner
                                    && member.getValue() instanceof ObjectNode other) {
                                merge(inner, other);
                            } else if (!name.contains("@") && !name.equals("id")) {
                                into.set(name, member.getValue());
                            }
                        });
    }
}
