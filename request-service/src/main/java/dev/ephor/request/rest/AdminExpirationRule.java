package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.request.domain.Iso;

/** How long an admin may make somebody eligible or active. */
record AdminExpirationRule(AdminPart part) implements PolicyRule {
    @Override
    public String id() {
        return "Expiration_" + part.target();
    }

    @Override
    public String kind() {
        return "Expiration";
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        AdminRules rules = part.of(policy);
        rule.put("isExpirationRequired", !rules.permanentAllowed());
        rule.put("maximumDuration", Iso.text(rules.maximumDuration()));
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        AdminRules rules = part.of(policy);
        return part.with(
                policy,
                new AdminRules(
                        !wanted.flag("isExpirationRequired"),
                        wanted.duration("maximumDuration"),
                        rules.justificationRequired(),
                        rules.mfaRequired(),
                        rules.ticketRequired()));
    }
}
