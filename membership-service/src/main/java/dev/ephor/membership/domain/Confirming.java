package dev.ephor.membership.domain;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftEvent.RevertStuck;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.ObservationEvent.OfChange;
import dev.ephor.events.ObservationEvent.RemovalAttested;
import dev.ephor.events.ObservationEvent.RetryRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What reading the directory back means; only the present generation counts. */
final class Confirming {
    private final int stuckAfter;

    Confirming(int stuckAfter) {
        this.stuckAfter = stuckAfter;
    }

    List<AboutMembership> heard(OfChange event, Grants state) {
        if (event.generation() != state.wanted().generation() || !state.outstanding()) {
            return List.of();
        }
        return switch (event) {
            case MembershipObserved o when o.present() != state.wanted().present() -> List.of();
            case MembershipObserved o when o.present() -> present(o, state);
            case MembershipObserved o -> List.of(o, removed(o, state));
            case MembershipChangeFailed f -> failed(f, state);
            case RemovalAttested a -> attested(a, state);
            case RetryRequested r -> List.of(r);
        };
    }

    /**
     * Confirms the grants whose windows had begun when the directory was read; one that began later
     * needs a look of its own.
     */
    private static List<AboutMembership> present(MembershipObserved o, Grants state) {
        var news = new ArrayList<AboutMembership>();
        state.grants().stream()
                .filter(Grant::unconfirmed)
                .filter(grant -> !grant.start().isAfter(o.observedAt()))
                .forEach(grant -> news.add(granted(grant, o)));
        boolean first = state.confirmation().generation() != o.generation();
        state.drift()
                .filter(d -> d.kind() == Difference.VANISHED)
                .ifPresent(d -> news.add(reverted(d, o, state)));
        if (first || !news.isEmpty()) {
            news.addFirst(o);
        }
        return news;
    }

    private static ActivationGranted granted(Grant grant, MembershipObserved o) {
        return new ActivationGranted(
                o.key(),
                grant.activationId(),
                o.generation(),
                grant.endIfConfirmed(o.observedAt()),
                o.observedAt());
    }

    private static DriftEnded reverted(Drift drift, MembershipObserved o, Grants state) {
        return Drifting.ended(drift, Outcome.REVERTED, state, o.observedAt());
    }

    private static AboutMembership removed(MembershipObserved o, Grants state) {
        Optional<Drift> drift = reverting(state);
        return drift.isPresent()
                ? reverted(drift.get(), o, state)
                : removedAfterClose(o, state.wanted());
    }

    private static Optional<Drift> reverting(Grants state) {
        return state.drift().filter(d -> d.stage() == Drift.Stage.REVERTING);
    }

    private static MembershipRemoved removedAfterClose(MembershipObserved o, Wanted wanted) {
        return new MembershipRemoved(
                o.key(),
                Objects.requireNonNull(wanted.activationId()),
                o.generation(),
                Objects.requireNonNull(wanted.since()),
                o.observedAt());
    }

    /** A count that is not greater than the known one comes again. */
    private List<AboutMembership> failed(MembershipChangeFailed f, Grants state) {
        Confirmation known = state.confirmation();
        if (f.attempts() <= known.attempts()) {
            return List.of();
        }
        if (f.attempts() < stuckAfter || known.stuck()) {
            return List.of(f);
        }
        return List.of(f, stuck(Evolving.evolve(state, f)));
    }

    /** It may only have waited: for a person that is as bad. */
    List<AboutMembership> late(Grants state) {
        return List.of(stuck(state));
    }

    private static MembershipEvent stuck(Grants state) {
        Confirmation known = state.confirmation();
        Instant since = Objects.requireNonNull(state.wanted().since());
        return reverting(state)
                .<MembershipEvent>map(
                        d ->
                                new RevertStuck(
                                        state.key(),
                                        d.id(),
                                        d.kind(),
                                        known.attempts(),
                                        known.answer(),
                                        since))
                .orElseGet(
                        () ->
                                new MembershipStuck(
                                        state.key(),
                                        state.askedFor(),
                                        state.wanted().generation(),
                                        state.change(),
                                        known.attempts(),
                                        known.answer(),
                                        since));
    }

    /** Only what a person was called for can a person close. */
    private static List<AboutMembership> attested(RemovalAttested a, Grants state) {
        if (state.wanted().present() || !state.confirmation().stuck()) {
            return List.of();
        }
        return List.of(
                reverting(state)
                        .<AboutMembership>map(d -> attestedRevert(d, a))
                        .orElseGet(() -> closed(a, state.wanted())));
    }

    private static DriftEnded attestedRevert(Drift d, RemovalAttested a) {
        return new DriftEnded(
                a.key(),
                d.id(),
                d.kind(),
                Outcome.ATTESTED,
                a.by(),
                a.evidence(),
                d.detectedAt(),
                a.attestedAt());
    }

    private static StuckClosed closed(RemovalAttested a, Wanted wanted) {
        return new StuckClosed(
                a.key(),
                Objects.requireNonNull(wanted.activationId()),
                a.generation(),
                a.by(),
                a.evidence(),
                Objects.requireNonNull(wanted.since()),
                a.attestedAt());
    }
}
