package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.DecisionPolicy;
import dev.ephor.approval.domain.Refusal;
import dev.ephor.kit.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Takes an approver's decision. */
@ApplicationScoped
public class DecidingApprovals {
    private final Approvals approvals;
    private final Saying saying;

    DecidingApprovals(Approvals approvals, Saying saying) {
        this.approvals = approvals;
        this.saying = saying;
    }

    /** What became of a decision. */
    public sealed interface Answer {
        record Taken() implements Answer {}

        record Refused(Refusal why) implements Answer {}

        /** There is no such approval or stage, or it is none of their business. */
        record Unknown() implements Answer {}
    }

    /**
     * @throws dev.ephor.kit.journal.VersionConflict when something else happened to the approval at
     *     the same moment; to be tried again
     */
    @Transactional
    public Answer decide(String approvalId, String stageId, Decide decision) {
        Optional<Approval> found = approvals.find(approvalId);
        Optional<Asked> asked =
                found.flatMap(approval -> ReadingApprovals.visible(approval, decision.by()))
                        .filter(approval -> approval.stage().id().equals(stageId));
        if (asked.isEmpty()) {
            return new Answer.Unknown();
        }
        Optional<Refusal> refusal = DecisionPolicy.refusal(decision, asked.get());
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Approval approval = found.orElseThrow();
        saying.keep(List.of(saying.decide(decision, approval, cause(approval, decision))));
        return new Answer.Taken();
    }

    private static Cause cause(Approval approval, Decide decision) {
        return new Cause(approval.activationId(), null, approval.traceparent(), decision.at());
    }
}
