package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** One rule that a request must pass. Its class is named by the sentence that it says. */
interface Rule {
    /** Graph's name of the rule, or of the error where Graph has no rule for it. */
    String name();

    /**
     * One sentence for the requester: what is wrong, and what would do.
     *
     * @return null where there is nothing to object to
     */
    @Nullable String objection(Submit request, Held held);

    /** A rule that the group's policy sets; where there is no policy, it has nothing to ask. */
    interface OfPolicy extends Rule {
        @Nullable String objection(Policy policy, Submit request);

        @Override
        default @Nullable String objection(Submit request, Held held) {
            Policy policy = request.policy();
            return policy == null ? null : objection(policy, request);
        }
    }
}
