package dev.ephor.approval.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What approval-service can be told about one activation. */
public sealed interface ApprovalCommand {

    /**
     * An activation was asked for: approve it or ask somebody.
     *
     * @param stageId the id that the stage gets if somebody has to be asked
     */
    record Consider(ActivationRequested request, String stageId, Instant at)
            implements ApprovalCommand {}

    /**
     * Somebody decides.
     *
     * @param reason what they gave as the reason; null: none
     */
    record Decide(SignedIn by, Choice choice, @Nullable String reason, Instant at)
            implements ApprovalCommand {
        public Decide {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    /**
     * The time is up; made by a timer, and of no effect before {@link Policy.Stage#lapsesAfter}.
     */
    record Lapse(Instant at) implements ApprovalCommand {}

    /** The requester no longer wants it. */
    record TakeBack(DeactivationRequested wish) implements ApprovalCommand {}

    /** What an approver says. */
    enum Choice {
        APPROVE,
        DENY
    }
}
