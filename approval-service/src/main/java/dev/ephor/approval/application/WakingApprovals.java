package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.kit.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reminds, escalates and ends what waits, when its time has come. */
@ApplicationScoped
public class WakingApprovals {
    private final Approvals approvals;
    private final Settings settings;
    private final Saying saying;

    WakingApprovals(Approvals approvals, Settings settings, Saying saying) {
        this.approvals = approvals;
        this.settings = settings;
        this.saying = saying;
    }

    /** For which something is due. */
    @Transactional
    public List<String> due(Instant now) {
        return approvals.due(now);
    }

    @Transactional
    public Optional<Instant> nextDue(Instant after) {
        return approvals.nextDue(after);
    }

    /**
     * Wakes one, in a transaction of its own, so that one that fails stops no other.
     *
     * @throws dev.ephor.kit.journal.VersionConflict when a decision, or another instance of this
     *     service, was faster; nothing is left to do then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void wake(String activationId, Instant now) {
        approvals.find(activationId).ifPresent(approval -> wake(approval, now));
    }

    /** Their vote holds again; inside a transaction. */
    void whatWasVotedFor(String tenant, String voter, Instant now) {
        approvals.waitingWithVoteOf(tenant, voter).forEach(approval -> wake(approval, now));
    }

    private void wake(Approval approval, Instant now) {
        if (approval.state() instanceof Pending(var course)) {
            var command = new Wake(settings.of(course.request()), now);
            var cause = new Cause(approval.activationId(), null, approval.traceparent(), now);
            saying.keep(List.of(saying.decide(command, approval, cause)));
        }
    }
}
