package dev.ephor.approval.domain;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What approval-service can be told about one activation. */
public sealed interface ApprovalCommand {

    /** An activation was asked for: approve it or ask somebody. */
    record Consider(ActivationRequested request, Setting setting, Instant at)
            implements ApprovalCommand {}

    /** Somebody decides; the setting is the one of that moment. */
    record Decide(SignedIn by, String stageId, Verdict verdict, Setting setting, Instant at)
            implements ApprovalCommand {}

    /**
     * Something is due: a reminder, an escalation, or the end, made by a timer and of no effect
     * before its time; or a vote holds again.
     */
    record Wake(Setting setting, Instant at) implements ApprovalCommand {}

    /**
     * It is no longer wanted.
     *
     * @param wish a {@code DeactivationRequested}, {@code ActivationCanceled} or {@code
     *     RevocationRequested}
     */
    record TakeBack(RequestEvent wish) implements ApprovalCommand {}

    /**
     * What an approver says.
     *
     * @param reason what they gave as the reason; null: none
     * @param duration the window that they agree to at most; null: the one that is asked for
     */
    record Verdict(Choice choice, @Nullable String reason, @Nullable Duration duration) {
        public Verdict {
            reason = reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    /** Yes or no. */
    enum Choice {
        APPROVE,
        DENY
    }
}
