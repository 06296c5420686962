package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.approval.domain.ApprovalState.Requested;
import dev.ephor.approval.domain.ApprovalState.Settled;
import dev.ephor.approval.domain.ApprovalState.Unseen;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.decider.Decider;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides about the approval of one activation. Its story holds what was heard (the request, and
 * the wish to take it back) beside what is said, because both change what may follow.
 *
 * <p>Whatever comes first stands: the last decision that was needed, a denial, the end of the time,
 * or the wish to take it back. What comes after, or comes again, changes nothing.
 */
public final class Approving
        implements Decider<ApprovalCommand, ApprovalState, Event.AboutMembership> {

    @Override
    public List<Event.AboutMembership> decide(ApprovalCommand command, ApprovalState state) {
        return switch (command) {
            case Consider c when state instanceof Unseen -> considered(c);
            case Decide d when state instanceof Pending p && isAllowed(d, p) ->
                    List.copyOf(Deciding.events(d, p));
            case Wake w when state instanceof Pending p -> List.copyOf(Waking.events(w, p));
            // Heard before its request, which can only be a replay: remembered all the same, so
            // that the request is not approved when it comes.
            case TakeBack t when state instanceof Pending || state instanceof Unseen ->
                    List.of(t.wish());
            default -> List.of();
        };
    }

    @Override
    public ApprovalState evolve(ApprovalState state, Event.AboutMembership event) {
        return switch (state) {
            case Unseen _ when event instanceof ActivationRequested r -> new Requested(r);
            case Unseen _ when event instanceof RequestEvent wish -> new Settled(wish);
            case Requested r when event instanceof ApprovalOpened o -> r.open(o);
            case Requested _ -> new Settled(event);
            case Pending p when event instanceof ApprovalEvent said -> onward(p, said);
            case Pending p -> p.close(event);
            default -> throw new IllegalStateException(event + " cannot follow on " + state);
        };
    }

    private static ApprovalState onward(Pending approval, ApprovalEvent event) {
        return switch (event) {
            case ApprovalOpened next -> approval.open(next);
            case ApprovalGiven vote -> approval.give(vote);
            case ApprovalReminded reminder -> approval.remind(reminder);
            case ApprovalEscalated escalation -> approval.escalate(escalation);
            default -> approval.close(event);
        };
    }

    private static List<Event.AboutMembership> considered(Consider c) {
        Stream<Event.AboutMembership> heard = Stream.of(c.request());
        return Stream.concat(heard, Considering.answer(c).stream()).toList();
    }

    private static boolean isAllowed(Decide decision, Pending approval) {
        return DecisionPolicy.refusal(decision, approval).isEmpty();
    }
}
