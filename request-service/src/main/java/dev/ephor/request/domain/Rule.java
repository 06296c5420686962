package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.Policy;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a request must pass. Its class is named by the sentence that it says.
 *
 * @param <R> what it looks at
 */
interface Rule<R extends Asked> {
    /** Graph's name of the rule, or of the error where Graph has no rule for it. */
    String name();

    /**
     * One sentence for the requester: what is wrong, and what would do.
     *
     * @return null where there is nothing to object to
     */
    @Nullable String objection(R request);

    /** A rule that the group's policy sets; where there is no policy, it has nothing to ask. */
    interface OfPolicy extends Rule<Request> {
        @Nullable String objection(Policy policy, Request request);

        @Override
        default @Nullable String objection(Request request) {
            Policy policy = request.policy();
            return policy == null ? null : objection(policy, request);
        }
    }

    /** A rule for what an admin gives; where there are no such rules, it has nothing to ask. */
    interface OfAdmin extends Rule<Asked> {
        @Nullable String objection(AdminRules rules, Asked request);

        @Override
        default @Nullable String objection(Asked request) {
            AdminRules rules = request.adminRules();
            return rules == null ? null : objection(rules, request);
        }
    }
}
