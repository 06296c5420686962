package dev.ephor.kit.decider;

import dev.ephor.events.Assurance;
import dev.ephor.events.Policy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sign-in is strong and fresh enough (RFC 9470; RFC 8176 for {@code amr}; Entra's {@code
 * acrs} for authentication contexts).
 */
public final class StepUpRule {
    /** How far the clocks of the issuer and of Ephor may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private StepUpRule() {}

    /**
     * True when the sign-in has the wanted class, or says {@code mfa} among its methods, has the
     * wanted context, and is not too old. An unknown age is too old.
     */
    public static boolean satisfied(Policy.StepUp rule, Assurance assurance, Instant now) {
        return strong(rule.acr(), assurance)
                && inContext(rule.context(), assurance)
                && fresh(rule.maximumAge(), assurance, now);
    }

    private static boolean strong(@Nullable String acr, Assurance assurance) {
        return acr == null || acr.equals(assurance.acr()) || assurance.amr().contains("mfa");
    }

    private static boolean inContext(@Nullable String context, Assurance assurance) {
        return context == null || assurance.contexts().contains(context);
    }

    private static boolean fresh(@Nullable Duration maximumAge, Assurance assurance, Instant now) {
        Instant signedIn = assurance.authenticatedAt();
        return maximumAge == null
                || (signedIn != null && !signedIn.plus(maximumAge).plus(SKEW).isBefore(now));
    }
}
