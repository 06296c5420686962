package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.PolicyBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to give who activates.
 *
 * @param mfaAcr the {@code acr} that is asked for where MFA was not asked for before
 * @param minimum of characters of a justification, where none was needed before
 */
record ActivationEnablementRule(String mfaAcr, int minimum) implements PolicyRule {
    @Override
    public String id() {
        return "Enablement_EndUser_Assignment";
    }

    @Override
    public String kind() {
        return Enablement.KIND;
    }

    @Override
    public void show(PolicyDefined policy, ObjectNode rule) {
        Policy activation = policy.policy();
        new Enablement(
                        activation.stepUp() != null && activation.stepUp().acr() != null,
                        activation.justificationMinimum() > 0,
                        activation.ticket() != null)
                .show(rule);
    }

    @Override
    public PolicyDefined change(PolicyDefined policy, RuleMembers before, RuleMembers wanted) {
        Enablement was = Enablement.of(before);
        Enablement is = Enablement.of(wanted);
        Policy activation = policy.policy();
        PolicyBuilder changed = activation.change();
        if (is.mfa() != was.mfa()) {
            changed.stepUp(stepUp(activation.stepUp(), is.mfa()));
        }
        if (is.justification() != was.justification()) {
            changed.justification(is.justification() ? minimum : 0);
        }
        if (is.ticket() != was.ticket()) {
            changed.ticket(is.ticket() ? new TicketRule(null, null, null) : null);
        }
        return ActivationPolicy.with(policy, changed.build());
    }

    private @Nullable StepUp stepUp(@Nullable StepUp before, boolean mfa) {
        StepUp known = before == null ? new StepUp(null, null, null) : before;
        if (mfa) {
            return new StepUp(mfaAcr, known.context(), known.maximumAge());
        }
        return known.context() == null
                ? null
                : new StepUp(null, known.context(), known.maximumAge());
    }
}
