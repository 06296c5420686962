package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.kit.decider.StepUpRule;
import org.jspecify.annotations.Nullable;

/** The second factor that the policy asks of an admin. */
public final class AdminMustHaveSignedInStrongly implements Rule.OfAdmin {
    /** What an admin's sign-in has to prove; nothing is said of its age. */
    public static final StepUp WANTED = new StepUp("urn:ephor:acr:mfa", null, null);

    @Override
    public String name() {
        return RuleNames.MFA;
    }

    @Override
    public @Nullable String objection(AdminRules rules, Asked request) {
        var asking = request.asking();
        return !rules.mfaRequired()
                        || StepUpRule.satisfied(WANTED, asking.assurance(), asking.now())
                ? null
                : "A sign-in with a second factor is needed: sign in again and repeat.";
    }
}
