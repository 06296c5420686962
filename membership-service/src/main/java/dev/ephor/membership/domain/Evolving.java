package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.DriftEvent;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.RevertBegun;
import dev.ephor.events.DriftEvent.RevertStopped;
import dev.ephor.events.DriftEvent.RevertStuck;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.events.RequestEvent;
import dev.ephor.membership.domain.Past.GivenUp;
import java.time.Instant;

/** What each event changes. */
final class Evolving {
    private Evolving() {}

    static Grants evolve(Grants state, AboutMembership event) {
        return switch (event) {
            case ActivationApproved a -> state.with(Grant.scheduled(a));
            case RequestEvent r ->
                    GivenUp.of(r).map(state.past()::with).map(state::with).orElse(state);
            case EligibilityRemoved e -> state.with(state.past().losing(e.eligibilityId()));
            case EligibilityExpired e -> state.with(state.past().losing(e.eligibilityId()));
            case MembershipObserved o -> observed(state, o);
            case MembershipChangeFailed f -> failed(state, f);
            case MembershipSighted s -> standingEnded(state, s);
            case WindowOpened o -> opened(state, o);
            case ActivationGranted g ->
                    state.changing(g.activationId(), grant -> grant.granted(g.end()));
            case WindowClosed c -> closed(state, c);
            case MembershipStuck _ -> state.with(state.confirmation().stuckNow());
            case StuckClosed c -> state.with(state.confirmation().of(c.generation(), c.closedAt()));
            case DriftEvent d -> drifted(state, d);
            default -> state;
        };
    }

    private static Grants opened(Grants state, WindowOpened o) {
        Grants open = state.changing(o.activationId(), Grant::opened);
        return state.wanted().present()
                ? open
                : open.with(new Wanted(o.generation(), true, o.start(), o.activationId()));
    }

    private static Grants closed(Grants state, WindowClosed c) {
        Grants left = state.closing(c.activationId());
        if (c.membershipEnds()) {
            return left.with(left.found().standing(false))
                    .with(new Wanted(c.generation(), false, due(c), c.activationId()));
        }
        return left.outstanding() ? left : left.with(left.confirmation().anew());
    }

    /** A removal by expiry was due at the end of the window, however late that was noticed. */
    private static Instant due(WindowClosed c) {
        return c instanceof ActivationExpired e ? e.end() : c.closedAt();
    }

    /** What may be standing is known at the first look of a generation only. */
    private static Grants observed(Grants state, MembershipObserved o) {
        Grants known = state;
        if (o.standing() != null) {
            boolean stands = o.standing() && o.present() && state.isFirstOfGeneration();
            known = state.with(state.found().standing(stands));
        }
        return known.with(known.confirmation().of(o.generation(), o.observedAt()));
    }

    /** It may have been done all the same, and then a membership that is there is Ephor's own. */
    private static Grants failed(Grants state, MembershipChangeFailed f) {
        return state.with(state.found().standing(false))
                .with(state.confirmation().failed(f.attempts(), f.reason(), f.failedAt()));
    }

    private static Grants standingEnded(Grants state, MembershipSighted s) {
        long next = state.wanted().generation() + 1;
        var gone = new Wanted(next, false, s.sightedAt(), state.wanted().activationId());
        return state.with(state.found().standing(false).seen(s.sightedAt()))
                .with(gone)
                .with(state.confirmation().of(next, s.sightedAt()));
    }

    private static Grants drifted(Grants state, DriftEvent event) {
        Found found = state.found();
        Drift drift = found.drift();
        if (event instanceof DriftDetected d) {
            return state.with(found.with(Drift.of(d)).seen(d.detectedAt()));
        }
        if (drift == null) {
            return state;
        }
        return switch (event) {
            case DriftDetected _ -> state;
            case RevertStopped _ -> state.with(found.with(drift.at(Drift.Stage.STOPPED)));
            case RevertStuck _ -> state.with(state.confirmation().stuckNow());
            case RevertBegun b ->
                    state.with(found.with(drift.at(Drift.Stage.REVERTING)))
                            .with(
                                    new Wanted(
                                            b.generation(),
                                            b.kind() == Difference.VANISHED,
                                            b.begunAt(),
                                            b.driftId()));
            case DriftEnded e -> driftEnded(state.with(found.with(null).seen(e.endedAt())), e);
        };
    }

    private static Grants driftEnded(Grants state, DriftEnded e) {
        long generation = state.wanted().generation();
        return switch (e.outcome()) {
            case ACCEPTED ->
                    state.with(state.found().standing(true))
                            .with(new Wanted(generation + 1, true, e.endedAt(), e.driftId()))
                            .with(state.confirmation().of(generation + 1, e.endedAt()));
            case ATTESTED -> state.with(state.confirmation().of(generation, e.endedAt()));
            case REVERTED, GONE, SUPERSEDED -> state;
        };
    }
}
