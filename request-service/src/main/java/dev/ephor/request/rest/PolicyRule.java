package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;

/**
 * One of Graph's rules: a part of a policy in Graph's words. Writing takes over only in what the
 * wanted rule differs from the one that stands, so that what Graph has no words for stays.
 */
interface PolicyRule {
    /** Graph's id, such as {@code Expiration_EndUser_Assignment}. */
    String id();

    /** Such as {@code Expiration}, of which {@code @odata.type} is made. */
    String kind();

    /** Its own members, without those that every rule has. */
    void show(PolicyDefined policy, ObjectNode rule);

    /**
     * The policy with the rule as wanted.
     *
     * @param before the rule as it stands
     * @param wanted the same with all that shall be otherwise
     */
    PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted);
}
