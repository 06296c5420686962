package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.SignalEvent.RevokeAccess;
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
            case RevokeAccess r -> state.with(state.past().revoking(r));
            case MembershipObserved o -> state.with(state.confirmation().of(o.generation()));
            case MembershipChangeFailed f -> state.with(state.confirmation().failed(f.attempts()));
            case WindowOpened o -> opened(state, o);
            case ActivationGranted g ->
                    state.changing(g.activationId(), grant -> grant.granted(g.end()));
            case WindowClosed c -> closed(state, c);
            case MembershipStuck _ -> state.with(state.confirmation().stuckNow());
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
            return left.with(new Wanted(c.generation(), false, due(c), c.activationId()));
        }
        return left.outstanding() ? left : left.with(left.confirmation().anew());
    }

    /** A removal by expiry was due at the end of the window, however late that was noticed. */
    private static Instant due(WindowClosed c) {
        return c instanceof ActivationExpired e ? e.end() : c.closedAt();
    }
}
