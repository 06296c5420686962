package dev.ephor.membership.domain;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.WindowClosed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Closes windows; the one way to do so, whoever asks. */
final class Closing {
    private Closing() {}

    static List<AboutMembership> close(
            String activationId, Ending ending, Grants state, Instant now) {
        return state.grant(activationId)
                .filter(grant -> isDue(grant, ending, now))
                .<List<AboutMembership>>map(grant -> List.of(closed(grant, ending, state, now)))
                .orElse(List.of());
    }

    /** Closes several, each in the state that the one before leaves. */
    static List<AboutMembership> closeAll(
            Stream<Grant> grants, Ending ending, Grants state, Instant now) {
        var said = new ArrayList<AboutMembership>();
        Grants left = state;
        for (Grant grant : grants.toList()) {
            WindowClosed closed = closed(grant, ending, left, now);
            said.add(closed);
            left = Evolving.evolve(left, closed);
        }
        return said;
    }

    /** Nothing expires early, whoever's timer is fast. */
    private static boolean isDue(Grant grant, Ending ending, Instant now) {
        return !(ending instanceof Ending.Expired) || !now.isBefore(grant.end());
    }

    private static WindowClosed closed(Grant grant, Ending ending, Grants state, Instant now) {
        boolean ends = grant.live() && state.live().count() == 1 && !stands(state);
        long generation = state.wanted().generation() + (ends ? 1 : 0);
        String id = grant.activationId();
        return switch (grant.live() ? ending : beforeOpening(ending)) {
            case Ending.Expired _ ->
                    new ActivationExpired(state.key(), id, generation, grant.end(), now, ends);
            case Ending.Deactivated(String by) ->
                    new ActivationDeactivated(state.key(), id, generation, by, now, ends);
            case Ending.Revoked(String by, String reason) ->
                    new ActivationRevoked(state.key(), id, generation, by, reason, now, ends);
        };
    }

    /**
     * Somebody else's membership stays. Where the directory has not confirmed everything, or lost
     * it, it cannot be told whose it is by now.
     */
    private static boolean stands(Grants state) {
        return state.found().standing() && state.drift().isEmpty() && !state.outstanding();
    }

    private static Ending beforeOpening(Ending ending) {
        return ending instanceof Ending.Expired ? Ending.neverOpened() : ending;
    }
}
