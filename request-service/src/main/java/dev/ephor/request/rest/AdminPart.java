package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;

/** What an admin does under a policy. */
enum AdminPart {
    ELIGIBILITY("Admin_Eligibility") {
        @Override
        AdminRules of(PolicyDefined policy) {
            return policy.eligibility();
        }

        @Override
        PolicyDefined with(PolicyDefined policy, AdminRules rules) {
            return new PolicyDefined(
                    policy.tenant(),
                    policy.group(),
                    policy.access(),
                    policy.policy(),
                    rules,
                    policy.assignment(),
                    policy.notifications());
        }
    },
    ASSIGNMENT("Admin_Assignment") {
        @Override
        AdminRules of(PolicyDefined policy) {
            return policy.assignment();
        }

        @Override
        PolicyDefined with(PolicyDefined policy, AdminRules rules) {
            return new PolicyDefined(
                    policy.tenant(),
                    policy.group(),
                    policy.access(),
                    policy.policy(),
                    policy.eligibility(),
                    rules,
                    policy.notifications());
        }
    };

    private final String target;

    AdminPart(String target) {
        this.target = target;
    }

    /** The end of its rules' ids. */
    String target() {
        return target;
    }

    abstract AdminRules of(PolicyDefined policy);

    abstract PolicyDefined with(PolicyDefined policy, AdminRules rules);
}
