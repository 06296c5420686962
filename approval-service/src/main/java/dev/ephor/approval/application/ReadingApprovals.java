package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Shows an approval to those whom it concerns: the approvers of its stage and the requester. */
@ApplicationScoped
public class ReadingApprovals {
    private final Approvals approvals;

    ReadingApprovals(Approvals approvals) {
        this.approvals = approvals;
    }

    /** Empty when there is none, or when it is none of their business. */
    @Transactional
    public Optional<Asked> read(String approvalId, SignedIn person) {
        return approvals.find(approvalId).flatMap(approval -> visible(approval, person));
    }

    static Optional<Asked> visible(Approval approval, SignedIn person) {
        return approval.state() instanceof Asked asked && asked.stage().isVisibleTo(person)
                ? Optional.of(asked)
                : Optional.empty();
    }
}
