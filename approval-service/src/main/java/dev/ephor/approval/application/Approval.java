package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalState;
import org.jspecify.annotations.Nullable;

/**
 * One activation's approval as it is kept.
 *
 * @param said how many events were said about it: the version of its stream in the journal
 * @param traceparent W3C trace context of the request, so that a decision hours later belongs to
 *     the same journey
 */
public record Approval(
        String activationId, ApprovalState state, long said, @Nullable String traceparent) {

    static Approval unseen(String activationId, @Nullable String traceparent) {
        return new Approval(activationId, ApprovalState.UNSEEN, 0, traceparent);
    }
}
