package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy.StepUp;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which authentication context the sign-in must have. */
record AuthenticationContextRule() implements PolicyRule {
    @Override
    public String id() {
        return "AuthenticationContext_EndUser_Assignment";
    }

    @Override
    public String kind() {
        return "AuthenticationContext";
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        String context = context(policy.policy().stepUp());
        rule.put("isEnabled", context != null);
        rule.put("claimValue", context);
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        StepUp known = policy.policy().stepUp();
        String context =
                wanted.flag("isEnabled")
                        ? wanted.text("claimValue").toLowerCase(Locale.ROOT)
                        : null;
        return Objects.equals(context, context(known))
                ? policy
                : ActivationPolicy.with(
                        policy, policy.policy().change().stepUp(with(known, context)).build());
    }

    private static @Nullable String context(@Nullable StepUp stepUp) {
        return stepUp == null ? null : stepUp.context();
    }

    private static @Nullable StepUp with(@Nullable StepUp known, @Nullable String context) {
        if (known == null) {
            return new StepUp(null, context, null);
        }
        return context == null && known.acr() == null
                ? null
                : new StepUp(known.acr(), context, known.maximumAge());
    }
}
