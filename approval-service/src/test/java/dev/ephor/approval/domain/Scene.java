package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.Lapse;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Dana asks to become a member; Arno and Bea may approve it, Zoe has nothing to do with it. */
final class Scene {
    static final String TENANT = "tenant-1";
    static final MembershipKey KEY = new MembershipKey(TENANT, "group-y", "dana", Access.MEMBER);
    static final String ACTIVATION = "activation-1";
    static final String STAGE = "stage-1";
    static final Instant T0 = Instant.parse("2026-03-04T09:00:00Z");
    static final Duration LONG = Duration.ofHours(2);
    static final Duration LAPSES_AFTER = Duration.ofHours(24);
    static final Instant LAPSES_AT = T0.plus(LAPSES_AFTER);
    static final Policy.StepUp MFA = Policy.StepUp.acr("urn:mfa", Duration.ofMinutes(15));

    static final Policy.Stage ARNO_OR_BEA =
            Policy.Stage.anyOf(List.of("arno", "bea"), LAPSES_AFTER, null, false);

    private Scene() {}

    static Policy policy(Policy.Stage... stages) {
        return Policy.upTo(Duration.ofHours(8)).usually(LONG).stages(List.of(stages)).build();
    }

    static ActivationRequested requested(Policy policy, Instant start, Instant eligibleUntil) {
        return new ActivationRequested(
                KEY,
                ACTIVATION,
                RequestAction.SELF_ACTIVATE,
                KEY.principal(),
                "eligibility-1",
                null,
                weak(),
                "to mend it",
                null,
                T0.minusMillis(5),
                start,
                LONG,
                eligibleUntil,
                policy);
    }

    static ActivationRequested requested(Policy.Stage... stages) {
        return requested(policy(stages), null, null);
    }

    static ActivationRequested requested() {
        return requested(ARNO_OR_BEA);
    }

    static ApprovalOpened opened() {
        return new ApprovalOpened(
                KEY, ACTIVATION, STAGE, 1, List.of("arno", "bea"), T0, LAPSES_AT, null, null);
    }

    static ActivationApproved approved(Instant start, Instant end, Instant at, Decision decision) {
        return new ActivationApproved(
                KEY,
                ACTIVATION,
                "eligibility-1",
                start,
                end,
                at,
                decision == null ? List.of() : List.of(decision),
                null);
    }

    static ActivationApproved approved(Instant at, Decision decision) {
        return approved(at, at.plus(LONG), at, decision);
    }

    static ActivationDenied denied(Instant at, Decision decision) {
        return new ActivationDenied(KEY, ACTIVATION, at, decision);
    }

    static ApprovalLapsed lapsed(Instant at) {
        return new ApprovalLapsed(KEY, ACTIVATION, STAGE, at);
    }

    static DeactivationRequested takenBack(Instant at) {
        return new DeactivationRequested(KEY, ACTIVATION, "request-2", "dana", null, at);
    }

    static Decision by(String approver, Assurance assurance, String reason) {
        return new Decision(STAGE, approver, assurance, reason, null);
    }

    static Decision by(String approver) {
        return by(approver, weak(), null);
    }

    static Consider consider(ActivationRequested request) {
        return new Consider(request, STAGE, T0);
    }

    static Decide approve(String who, Instant at) {
        return new Decide(person(who, weak()), Choice.APPROVE, null, at);
    }

    static Decide deny(String who, Instant at) {
        return new Decide(person(who, weak()), Choice.DENY, null, at);
    }

    static Lapse lapse(Instant at) {
        return new Lapse(at);
    }

    static TakeBack takeBack(Instant at) {
        return new TakeBack(takenBack(at));
    }

    static SignedIn person(String who, Assurance assurance) {
        return new SignedIn(TENANT, who, assurance);
    }

    static Assurance weak() {
        return new Assurance(null, List.of("pwd"), List.of(), T0.minusSeconds(60));
    }

    static Assurance strong(Instant signedInAt) {
        return new Assurance(MFA.acr(), List.of("pwd", "mfa"), List.of(), signedInAt);
    }
}
