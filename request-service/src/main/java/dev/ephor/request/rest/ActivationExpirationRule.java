package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.request.domain.Iso;
import java.time.Duration;

/** How long somebody may be active. */
record ActivationExpirationRule() implements PolicyRule {
    @Override
    public String id() {
        return "Expiration_EndUser_Assignment";
    }

    @Override
    public String kind() {
        return "Expiration";
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        rule.put("isExpirationRequired", true);
        rule.put("maximumDuration", Iso.text(policy.policy().maximumDuration()));
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        if (!wanted.flag("isExpirationRequired")) {
            throw wanted.refused(
                    "isExpirationRequired", "has to be true: what is activated always ends");
        }
        Policy activation = policy.policy();
        Duration maximum = wanted.duration("maximumDuration");
        return maximum.equals(activation.maximumDuration())
                ? policy
                : ActivationPolicy.with(policy, activation.change().maximum(maximum).build());
    }
}
