package dev.ephor.membership.domain;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.ObservationEvent.ByPerson;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.ObservationEvent.OfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What reading the directory back means; only the present generation counts. */
final class Confirming {
    private final int stuckAfter;

    Confirming(int stuckAfter) {
        this.stuckAfter = stuckAfter;
    }

    List<AboutMembership> observed(OfChange event, Grants state) {
        if (event.generation() != state.wanted().generation() || !state.outstanding()) {
            return List.of();
        }
        return switch (event) {
            case MembershipObserved o when o.present() != state.wanted().present() -> List.of();
            case MembershipObserved o when o.present() -> present(o, state);
            case MembershipObserved o -> List.of(o, removed(o, state));
            case MembershipChangeFailed f -> failed(f, state);
            case ByPerson _ -> List.of();
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

    private static MembershipRemoved removed(MembershipObserved o, Grants state) {
        Wanted wanted = state.wanted();
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
        boolean stuck = f.attempts() >= stuckAfter && !known.stuck();
        return stuck ? List.of(f, stuck(f, state)) : List.of(f);
    }

    private static MembershipStuck stuck(MembershipChangeFailed f, Grants state) {
        return new MembershipStuck(
                f.key(),
                state.askedFor(),
                f.generation(),
                state.change(),
                f.attempts(),
                f.reason(),
                Objects.requireNonNull(state.wanted().since()));
    }
}
