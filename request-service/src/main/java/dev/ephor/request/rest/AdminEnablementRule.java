package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;

/** What an admin has to give. */
record AdminEnablementRule(AdminPart part) implements PolicyRule {
    @Override
    public String id() {
        return "Enablement_" + part.target();
    }

    @Override
    public String kind() {
        return Enablement.KIND;
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        AdminRules rules = part.of(policy);
        new Enablement(rules.mfaRequired(), rules.justificationRequired(), rules.ticketRequired())
                .show(rule);
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        AdminRules rules = part.of(policy);
        Enablement enablement = Enablement.of(wanted);
        return part.with(
                policy,
                new AdminRules(
                        rules.permanentAllowed(),
                        rules.maximumDuration(),
                        enablement.justification(),
                        enablement.mfa(),
                        enablement.ticket()));
    }
}
