package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Dana asks to become a member; Arno and Bea may approve it, Zoe has nothing to do with it. Who
 * else is who: {@link Town}.
 */
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

    static Policy.Panel panel(int quorum, String... users) {
        return new Policy.Panel(null, Stream.of(users).map(Approver::user).toList(), quorum);
    }

    static Policy.Panel ofGroup(int quorum, String group) {
        return new Policy.Panel(group, List.of(Approver.group(group)), quorum);
    }

    static Policy.Stage stage(Policy.Panel... panels) {
        return ARNO_OR_BEA.with(List.of(panels));
    }

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
        return opened(1, T0, "arno", "bea");
    }

    static ApprovalOpened opened(int number, Instant at, String... approvers) {
        return new ApprovalOpened(
                KEY,
                ACTIVATION,
                "stage-" + number,
                number,
                List.of(approvers),
                at,
                at.plus(LAPSES_AFTER),
                null,
                null,
                Town.MESSAGE);
    }

    static ApprovalGiven agreed(Instant at, Decision decision) {
        return new ApprovalGiven(KEY, ACTIVATION, at, decision);
    }

    static ApprovalEscalated escalated(Instant at, String... backups) {
        return new ApprovalEscalated(KEY, ACTIVATION, STAGE, List.of(backups), at, Town.MESSAGE);
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

    static ActivationApproved approvedBy(Instant at, Duration length, Decision... decisions) {
        return new ActivationApproved(
                KEY,
                ACTIVATION,
                "eligibility-1",
                at,
                at.plus(length),
                at,
                List.of(decisions),
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

    static Decision by(int stage, String approver, Duration shortenedTo) {
        return new Decision("stage-" + stage, approver, weak(), null, shortenedTo);
    }

    static Decision by(String approver) {
        return by(approver, weak(), null);
    }

    static Consider consider(ActivationRequested request) {
        return new Consider(request, Town.AS_USUAL.setting(request), T0);
    }

    static ActivationRequested requestedBy(String who) {
        var r = requested();
        return new ActivationRequested(
                KEY,
                ACTIVATION,
                RequestAction.ADMIN_ASSIGN,
                who,
                r.eligibilityId(),
                null,
                r.assurance(),
                r.justification(),
                null,
                r.requestedAt(),
                null,
                LONG,
                null,
                r.policy());
    }

    /** Every way in which somebody says that it is no longer wanted. */
    static List<RequestEvent> withdrawals(Instant at) {
        return List.of(
                takenBack(at),
                new ActivationCanceled(KEY, ACTIVATION, "ephor", "eligibility lost", at),
                new RevocationRequested(KEY, ACTIVATION, "request-3", "zoe", "incident", at));
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
