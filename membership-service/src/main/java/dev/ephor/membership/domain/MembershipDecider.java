package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.events.Event;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ObservationEvent;
import dev.ephor.events.ObservationEvent.DriftAccepted;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.events.ObservationEvent.OfChange;
import dev.ephor.events.ObservationEvent.RevertCanceled;
import dev.ephor.events.RequestEvent;
import dev.ephor.kit.decider.Decider;
import dev.ephor.membership.domain.Past.GivenUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides about one membership. What comes back is everything that is news to the key: events that
 * were heard and have to be remembered, and {@link dev.ephor.events.MembershipEvent}s to be said.
 * What is not news, such as anything that comes again, yields nothing.
 */
public final class MembershipDecider implements Decider<Command, Grants, AboutMembership> {
    private final Confirming confirming;
    private final Duration stuckAge;

    /**
     * @param stuckAfter failures of one change in a row after which a person is called
     * @param stuckAge after which one is called for a removal that is not confirmed
     */
    public MembershipDecider(int stuckAfter, Duration stuckAge) {
        this.confirming = new Confirming(stuckAfter);
        this.stuckAge = stuckAge;
    }

    /** When a removal is next to be asked about by {@link Command.CheckAge}. */
    public Optional<Instant> alarmAt(Grants state) {
        return state.alarmAt(stuckAge);
    }

    @Override
    public List<AboutMembership> decide(Command command, Grants state) {
        return Drifting.superseding(decided(command, state), state, command.now());
    }

    private List<AboutMembership> decided(Command command, Grants state) {
        return switch (command) {
            case Command.Hear(Event.AboutMembership event, Instant now) -> hear(event, state, now);
            case Command.Open(String id, Instant now) -> open(id, state, now);
            case Command.Close(String id, Ending ending, Instant now) ->
                    Closing.close(id, ending, state, now);
            case Command.Revert(String id, Instant now) -> Drifting.revert(id, state, now);
            case Command.CheckAge(Instant now) ->
                    alarmAt(state)
                            .filter(at -> !now.isBefore(at))
                            .map(_ -> confirming.late(state))
                            .orElse(List.of());
        };
    }

    @Override
    public Grants evolve(Grants state, AboutMembership event) {
        return Evolving.evolve(state, event);
    }

    /** Whether an event can be news at all; what cannot need not be decided about. */
    public static boolean heeds(AboutMembership event) {
        return switch (event) {
            case ActivationApproved _, ObservationEvent _ -> true;
            case EligibilityRemoved _, EligibilityExpired _ -> true;
            case RequestEvent r -> GivenUp.of(r).isPresent();
            default -> false;
        };
    }

    private List<AboutMembership> hear(AboutMembership event, Grants state, Instant now) {
        return switch (event) {
            case ActivationApproved a -> approved(a, state, now);
            case RequestEvent r ->
                    GivenUp.of(r).map(ended -> ended(r, ended, state, now)).orElse(List.of());
            case EligibilityRemoved e -> eligibilityLost(e, state, now);
            case EligibilityExpired e -> eligibilityLost(e, state, now);
            case OfChange o -> confirming.heard(o, state);
            case MembershipSighted s -> Drifting.sighted(s, state);
            case DriftAccepted a -> Drifting.accepted(a, state);
            case RevertCanceled c -> Drifting.stopped(c, state);
            default -> List.of();
        };
    }

    private List<AboutMembership> approved(ActivationApproved a, Grants state, Instant now) {
        if (isKnown(a, state)) {
            return List.of();
        }
        Grants heard = evolve(state, a);
        Optional<Ending> ended = state.past().endingOf(a);
        var then =
                ended.isPresent()
                        ? Closing.close(a.activationId(), ended.get(), heard, now)
                        : open(a.activationId(), heard, now);
        return prepend(a, then);
    }

    private static boolean isKnown(ActivationApproved a, Grants state) {
        return state.grant(a.activationId()).isPresent()
                || state.past().isClosed(a.activationId())
                || state.past().hasForgotten(a);
    }

    /** Of an activation that is not known, its approval may be on the way: that is remembered. */
    private List<AboutMembership> ended(
            RequestEvent event, GivenUp ended, Grants state, Instant now) {
        String id = ended.activationId();
        if (state.grant(id).isPresent()) {
            return Closing.close(id, ended.ending(), state, now);
        }
        boolean old = state.past().isClosed(id) || state.past().isGivenUp(id);
        return old ? List.of() : List.of(event);
    }

    private List<AboutMembership> eligibilityLost(OfEligibility e, Grants state, Instant now) {
        if (state.past().hasLost(e.eligibilityId())) {
            return List.of();
        }
        var hanging = state.grants().stream().filter(g -> g.hangsOn(e.eligibilityId()));
        return prepend(e, Closing.closeAll(hanging, Ending.eligibilityLost(), state, now));
    }

    private List<AboutMembership> open(String activationId, Grants state, Instant now) {
        Optional<Grant> found = state.grant(activationId).filter(g -> !g.live());
        if (found.isEmpty() || now.isBefore(found.get().start())) {
            return List.of();
        }
        Grant grant = found.get();
        if (!now.isBefore(grant.end())) {
            return Closing.close(activationId, Ending.neverOpened(), state, now);
        }
        long generation = state.wanted().whenPresent();
        return List.of(
                new WindowOpened(
                        state.key(), activationId, generation, grant.start(), grant.end()));
    }

    private static List<AboutMembership> prepend(
            AboutMembership heard, List<AboutMembership> said) {
        var all = new ArrayList<AboutMembership>();
        all.add(heard);
        all.addAll(said);
        return all;
    }
}
