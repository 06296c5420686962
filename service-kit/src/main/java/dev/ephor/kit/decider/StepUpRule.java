package dev.ephor.kit.decider;

import dev.ephor.events.Assurance;
import dev.ephor.events.Policy;
import java.time.Duration;
import java.time.Instant;

/** Whether a sign-in is strong and fresh enough (RFC 9470; RFC 8176 for {@code amr}). */
public final class StepUpRule {
    /** How far the clocks of the issuer and of Ephor may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private StepUpRule() {}

    /**
     * True when the sign-in has the wanted class, or says {@code mfa} among its methods, and is not
     * too old. An unknown age is too old.
     */
    public static boolean satisfied(Policy.StepUp rule, Assurance assurance, Instant now) {
        return strong(rule, assurance) && fresh(rule, assurance, now);
    }

    private static boolean strong(Policy.StepUp rule, Assurance assurance) {
        return rule.acr().equals(assurance.acr())
                || assurance.amr().contains("mfa")
                || assurance.contexts().contains(rule.acr());
    }

    private static boolean fresh(Policy.StepUp rule, Assurance assurance, Instant now) {
        Instant signedIn = assurance.authenticatedAt();
        return signedIn != null && !signedIn.plus(rule.maximumAge()).plus(SKEW).isBefore(now);
    }
}
