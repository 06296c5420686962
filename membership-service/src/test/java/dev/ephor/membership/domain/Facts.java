package dev.ephor.membership.domain;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.DriftAccepted;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.events.ObservationEvent.RemovalAttested;
import dev.ephor.events.ObservationEvent.RevertCanceled;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a test says happened; times are minutes after noon. */
public final class Facts {
    public static final MembershipKey KEY =
            new MembershipKey("acme", "admins", "dana", Access.MEMBER);
    public static final Duration STUCK_AGE = Duration.ofSeconds(30);
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Facts() {}

    public static Instant at(long minutes) {
        return NOON.plusSeconds(minutes * 60);
    }

    /** Approved at its start, hanging on eligibility {@code e1}. */
    public static ActivationApproved approved(String id, long start, long end) {
        return approvedAt(start, id, start, end);
    }

    public static ActivationApproved approvedAt(long when, String id, long start, long end) {
        return approvedOn("e1", when, id, start, end);
    }

    public static ActivationApproved approvedOn(
            String eligibility, long when, String id, long start, long end) {
        return new ActivationApproved(
                KEY, id, eligibility, at(start), at(end), at(when), List.of(), null);
    }

    public static DeactivationRequested deactivation(String id, long when) {
        return new DeactivationRequested(KEY, id, "r-" + id, "dana", null, at(when));
    }

    public static EligibilityRemoved eligibilityRemoved(String eligibility, long when) {
        return new EligibilityRemoved(KEY, eligibility, at(when), "left the team", null, "ephor");
    }

    public static EligibilityExpired eligibilityExpired(String eligibility, long when) {
        return new EligibilityExpired(KEY, eligibility, at(when), at(when));
    }

    public static ActivationCanceled canceled(String id, String by, long when) {
        return new ActivationCanceled(KEY, id, by, null, at(when));
    }

    public static RevocationRequested revocation(String id, long when) {
        return new RevocationRequested(KEY, id, "r-" + id, "root", "incident over", at(when));
    }

    public static ActivationApproved under(Tenure tenure, ActivationApproved a) {
        return new ActivationApproved(
                a.key(),
                a.activationId(),
                a.eligibilityId(),
                a.start(),
                a.end(),
                a.approvedAt(),
                a.decisions(),
                tenure);
    }

    public static MembershipObserved observed(long generation, boolean present, long when) {
        return new MembershipObserved(KEY, generation, present, 1, at(when));
    }

    public static MembershipChangeFailed failed(long generation, Change change, int attempts) {
        return new MembershipChangeFailed(
                KEY, generation, change, attempts, "503 from the directory", at(attempts));
    }

    public static WindowOpened opened(String id, long generation, long start, long end) {
        return new WindowOpened(KEY, id, generation, at(start), at(end));
    }

    public static ActivationGranted granted(String id, long generation, long end, long confirmed) {
        return new ActivationGranted(KEY, id, generation, at(end), at(confirmed));
    }

    public static ActivationExpired expired(
            String id, long generation, long end, long closed, boolean membershipEnds) {
        return new ActivationExpired(KEY, id, generation, at(end), at(closed), membershipEnds);
    }

    public static ActivationDeactivated deactivated(
            String id, long generation, long closed, boolean membershipEnds) {
        return new ActivationDeactivated(KEY, id, generation, "dana", at(closed), membershipEnds);
    }

    public static ActivationRevoked revoked(
            String id, long generation, long closed, boolean membershipEnds) {
        return new ActivationRevoked(
                KEY, id, generation, "root", "incident over", at(closed), membershipEnds);
    }

    public static ActivationRevoked lostEligibility(
            String id, long generation, long closed, boolean membershipEnds) {
        return revokedByEphor(id, generation, "The eligibility ended", closed, membershipEnds);
    }

    public static ActivationRevoked neverOpened(String id, long generation, long closed) {
        return revokedByEphor(
                id, generation, "The window was over before it could open", closed, false);
    }

    public static MembershipRemoved removed(
            String id, long generation, long since, long confirmed) {
        return new MembershipRemoved(KEY, id, generation, at(since), at(confirmed));
    }

    public static MembershipStuck stuck(
            String id, long generation, Change change, int attempts, long since) {
        return new MembershipStuck(
                KEY, id, generation, change, attempts, "503 from the directory", at(since));
    }

    public static Command hear(AboutMembership event, long now) {
        return new Command.Hear(event, at(now));
    }

    public static Command open(String id, long now) {
        return new Command.Open(id, at(now));
    }

    public static Command expire(String id, long now) {
        return new Command.Close(id, new Ending.Expired(), at(now));
    }

    private static ActivationRevoked revokedByEphor(
            String id, long generation, String reason, long closed, boolean membershipEnds) {
        return new ActivationRevoked(
                KEY, id, generation, "ephor", reason, at(closed), membershipEnds);
    }

    public static MembershipObserved observed(
            long generation, boolean present, long when, boolean standing) {
        return new MembershipObserved(KEY, generation, present, 1, at(when), standing);
    }

    public static MembershipSighted sighted(String id, boolean present, long when) {
        return new MembershipSighted(KEY, id, present, null, at(when));
    }

    public static MembershipSighted toRevert(String id, boolean present, long when, long revert) {
        return new MembershipSighted(KEY, id, present, at(revert), at(when));
    }

    public static DriftDetected ungranted(String id, long when) {
        return new DriftDetected(KEY, id, Difference.UNGRANTED, null, at(when));
    }

    public static DriftEnded driftEnded(
            String id, Difference kind, Outcome outcome, long detected, long ended) {
        return new DriftEnded(KEY, id, kind, outcome, null, null, at(detected), at(ended));
    }

    public static DriftAccepted accepted(String id, long when) {
        return new DriftAccepted(KEY, id, "root", "runs the import", at(when));
    }

    public static RevertCanceled canceledRevert(String id, long when) {
        return new RevertCanceled(KEY, id, "root", "asking first", at(when));
    }

    public static RemovalAttested attested(long generation, long when) {
        return new RemovalAttested(KEY, generation, "root", "saw it in the portal", at(when));
    }
}
