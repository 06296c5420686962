package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.Lapse;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.approval.domain.ApprovalState.Requested;
import dev.ephor.approval.domain.ApprovalState.Settled;
import dev.ephor.approval.domain.ApprovalState.Unseen;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.decider.Decider;
import java.util.List;

/**
 * Decides about the approval of one activation. Its story holds what was heard (the request, and
 * the wish to take it back) beside what is said, because both change what may follow.
 *
 * <p>Whatever comes first stands: a decision, the end of the time, or the requester's wish to take
 * it back. What comes after, or comes again, changes nothing.
 */
public final class Approving
        implements Decider<ApprovalCommand, ApprovalState, Event.AboutMembership> {

    @Override
    public List<Event.AboutMembership> decide(ApprovalCommand command, ApprovalState state) {
        return switch (command) {
            case Consider c when state instanceof Unseen ->
                    List.of(c.request(), Considering.answer(c));
            case Decide d when state instanceof Pending p && isAllowed(d, p) ->
                    List.of(decided(d, p.stage()));
            case Lapse l when state instanceof Pending p && p.isDue(l.at()) ->
                    List.of(lapsed(l, p.stage()));
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
            case Unseen _ when event instanceof DeactivationRequested d -> new Settled(d);
            case Requested r when event instanceof ApprovalOpened o -> r.open(o);
            case Requested _ -> new Settled(event);
            case Pending p -> p.close(event);
            default -> throw new IllegalStateException(event + " cannot follow on " + state);
        };
    }

    private static boolean isAllowed(Decide decision, Pending approval) {
        return DecisionPolicy.refusal(decision, approval).isEmpty();
    }

    private static Event.AboutMembership decided(Decide d, OpenedStage stage) {
        var decision =
                new Decision(stage.id(), d.by().principal(), d.by().assurance(), d.reason(), null);
        ActivationRequested request = stage.request();
        if (d.choice() == Choice.DENY) {
            return new ActivationDenied(request.key(), request.activationId(), d.at(), decision);
        }
        // The stage ends before the eligibility does, so that something of the window is left.
        Window window = Window.of(request, d.at()).orElseThrow();
        return Considering.approved(request, window, d.at(), decision);
    }

    private static ApprovalLapsed lapsed(Lapse lapse, OpenedStage stage) {
        ActivationRequested request = stage.request();
        return new ApprovalLapsed(request.key(), request.activationId(), stage.id(), lapse.at());
    }
}
