package dev.ephor.approval.store;

import dev.ephor.approval.application.Approval;
import dev.ephor.approval.application.Approvals;
import dev.ephor.approval.application.Change;
import dev.ephor.approval.domain.ApprovalState;
import dev.ephor.approval.domain.Approving;
import dev.ephor.kit.journal.VersionConflict;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@link Approvals} in PostgreSQL. Rows are loaded into the transaction's session, and changed
 * there.
 */
@ApplicationScoped
class SqlApprovals implements Approvals, PanacheRepositoryBase<ApprovalRow, String> {
    private final Approving approving;

    SqlApprovals(Approving approving) {
        this.approving = approving;
    }

    @Override
    public Optional<Approval> find(String activationId) {
        return findByIdOptional(activationId).map(this::approval);
    }

    @Override
    public Map<String, Approval> find(Collection<String> activationIds) {
        return list("activationId in ?1", activationIds).stream()
                .map(this::approval)
                .collect(Collectors.toMap(Approval::activationId, approval -> approval));
    }

    @Override
    public void save(List<Change> changes) {
        try {
            changes.forEach(this::save);
            // Now, so that a conflict is known before anything is said about it.
            flush();
        } catch (OptimisticLockException e) {
            throw new VersionConflict("somebody else changed an approval first", e);
        }
    }

    @Override
    public List<String> due(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select activationId from ApprovalRow"
                                + " where status = PENDING and lapsesAt <= :now order by lapsesAt",
                        String.class)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return Optional.ofNullable(
                getEntityManager()
                        .createQuery(
                                "select min(lapsesAt) from ApprovalRow"
                                        + " where status = PENDING and lapsesAt > :after",
                                Instant.class)
                        .setParameter("after", after)
                        .getSingleResult());
    }

    private void save(Change change) {
        Approval before = change.before();
        boolean isNew = before.state() instanceof ApprovalState.Unseen;
        ApprovalRow row = isNew ? fresh(before) : findById(before.activationId());
        change.happened().forEach(row::take);
        row.said = before.said() + change.saidCount();
        if (isNew) {
            // Last, because what is changed after this costs a statement more.
            persist(row);
        }
    }

    private static ApprovalRow fresh(Approval approval) {
        var row = new ApprovalRow();
        row.activationId = approval.activationId();
        row.traceparent = approval.traceparent();
        return row;
    }

    private Approval approval(ApprovalRow row) {
        return new Approval(
                row.activationId,
                approving.replay(ApprovalState.UNSEEN, row.story()),
                row.said,
                row.traceparent);
    }
}
