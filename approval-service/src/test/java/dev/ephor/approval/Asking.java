package dev.ephor.approval;

import dev.ephor.events.Access;
import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.test.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One activation that Dana asks for in a test, with an id of its own.
 *
 * @param id the activation's, request's and approval's
 */
public record Asking(String id, MembershipKey key, Policy policy, Instant at) {
    public static final String DANA = "b4a1d5e0-1111-4111-8111-000000000101";
    public static final String ARNO = "b4a1d5e0-1111-4111-8111-000000000102";
    public static final String BEA = "b4a1d5e0-1111-4111-8111-000000000103";
    public static final String ZOE = "b4a1d5e0-1111-4111-8111-000000000104";
    public static final Duration TWO_HOURS = Duration.ofHours(2);
    public static final Policy.StepUp MFA =
            Policy.StepUp.acr(TestIssuer.MFA, Duration.ofMinutes(15));

    public static Asking by(Policy policy) {
        String id = UUID.randomUUID().toString();
        // A group of its own, so that the activations of a test spread over the partitions.
        var key = new MembershipKey(TestIssuer.TENANT, "group-" + id, DANA, Access.MEMBER);
        return new Asking(id, key, policy, Instant.now());
    }

    /** Nobody has to approve. */
    public static Asking freely() {
        return by(rules());
    }

    /** Arno or Bea has to approve. */
    public static Asking approvers() {
        return by(rules(stage(Duration.ofDays(1), null, false)));
    }

    /** Arno or Bea has to approve, with a second factor and a reason. */
    public static Asking strictApprovers() {
        return by(rules(stage(Duration.ofDays(1), MFA, true)));
    }

    /** Arno or Bea has to approve soon. */
    public static Asking approversWithin(Duration time) {
        return by(rules(stage(time, null, false)));
    }

    public static Policy rules(Policy.Stage... stages) {
        return Policy.upTo(Duration.ofHours(8)).usually(TWO_HOURS).stages(List.of(stages)).build();
    }

    public static Policy.Stage stage(Duration lapsesAfter, Policy.StepUp stepUp, boolean reason) {
        return Policy.Stage.anyOf(List.of(ARNO, BEA), lapsesAfter, stepUp, reason);
    }

    public ActivationRequested requested() {
        var assurance = new Assurance(null, List.of("pwd"), List.of(), at);
        return new ActivationRequested(
                key,
                id,
                RequestAction.SELF_ACTIVATE,
                key.principal(),
                "eligibility-1",
                null,
                assurance,
                "to mend it",
                null,
                at,
                null,
                TWO_HOURS,
                null,
                policy);
    }

    public DeactivationRequested takenBack() {
        return new DeactivationRequested(
                key, id, UUID.randomUUID().toString(), DANA, null, Instant.now());
    }
}
