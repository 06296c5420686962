package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand.Lapse;
import dev.ephor.kit.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends what nobody decided in time. */
@ApplicationScoped
public class LapsingApprovals {
    private final Approvals approvals;
    private final Saying saying;

    LapsingApprovals(Approvals approvals, Saying saying) {
        this.approvals = approvals;
        this.saying = saying;
    }

    /** Whose time is over. */
    @Transactional
    public List<String> due(Instant now) {
        return approvals.due(now);
    }

    @Transactional
    public Optional<Instant> nextDue(Instant after) {
        return approvals.nextDue(after);
    }

    /**
     * Ends one, in a transaction of its own, so that one that fails stops no other.
     *
     * @throws dev.ephor.kit.journal.VersionConflict when a decision, or another instance of this
     *     service, was faster; nothing is left to do then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void lapse(String activationId, Instant now) {
        approvals
                .find(activationId)
                .ifPresent(
                        approval ->
                                saying.keep(
                                        List.of(
                                                saying.decide(
                                                        new Lapse(now),
                                                        approval,
                                                        cause(approval, now)))));
    }

    private static Cause cause(Approval approval, Instant now) {
        return new Cause(approval.activationId(), null, approval.traceparent(), now);
    }
}
