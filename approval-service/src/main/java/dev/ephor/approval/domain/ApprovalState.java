package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;

/** Where the approval of one activation stands. */
public sealed interface ApprovalState {
    ApprovalState UNSEEN = new Unseen();

    /** Nothing was heard of the activation. */
    record Unseen() implements ApprovalState {}

    /** Asked for; what to do about it is said in the same breath. */
    record Requested(ActivationRequested request) implements ApprovalState {
        Pending open(ApprovalOpened opened) {
            return new Pending(new OpenedStage(request, opened));
        }
    }

    /** Somebody was asked; it can be seen by them and by the requester from now on. */
    sealed interface Asked extends ApprovalState {
        OpenedStage stage();
    }

    /** Waits for a decision. */
    record Pending(OpenedStage stage) implements Asked {
        boolean isDue(Instant now) {
            return stage.isOver(now);
        }

        Closed close(Event.AboutMembership outcome) {
            return new Closed(stage, outcome);
        }
    }

    /**
     * Was asked and is over.
     *
     * @param outcome how: {@link ActivationApproved}, {@code ActivationDenied}, {@code
     *     ApprovalLapsed}, or the {@code DeactivationRequested} with which the requester took it
     *     back
     */
    record Closed(OpenedStage stage, Event.AboutMembership outcome) implements Asked {}

    /** Is over without anybody having been asked, by the same outcomes. */
    record Settled(Event.AboutMembership outcome) implements ApprovalState {}
}
