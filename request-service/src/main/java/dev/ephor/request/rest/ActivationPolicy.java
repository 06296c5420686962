package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;

/** The part of a policy under which somebody activates. */
final class ActivationPolicy {
    private ActivationPolicy() {}

    static PolicyDefined with(PolicyDefined defined, Policy policy) {
        return new PolicyDefined(
                defined.tenant(),
                defined.group(),
                defined.access(),
                policy,
                defined.eligibility(),
                defined.assignment(),
                defined.notifications());
    }
}
