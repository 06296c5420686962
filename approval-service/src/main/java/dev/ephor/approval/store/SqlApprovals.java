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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

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
        return activationIds.isEmpty()
                ? Map.of()
                : list("activationId in ?1", activationIds).stream()
                        .map(this::approval)
                        .collect(Collectors.toMap(Approval::activationId, approval -> approval));
    }

    @Override
    public void save(List<Change> changes) {
        try {
            var fresh = new HashMap<String, ApprovalRow>();
            changes.forEach(change -> take(change, fresh));
            // Last, because what is changed after this costs a statement more.
            persist(fresh.values());
            // Now, so that a conflict is known before anything is said about it.
            flush();
        } catch (OptimisticLockException e) {
            throw new VersionConflict("somebody else changed an approval first", e);
        }
        var asked = new AskedRows(changes);
        if (!asked.isEmpty()) {
            getEntityManager().unwrap(Session.class).doWork(asked::write);
        }
    }

    @Override
    public List<String> due(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select activationId from ApprovalRow"
                                + " where status = PENDING and dueAt <= :now order by dueAt",
                        String.class)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public List<Approval> waitingWithVoteOf(String tenant, String voter) {
        return getEntityManager()
                .createNativeQuery(
                        "select a.* from approval a join asked v on v.activation_id = a.activation_id"
                                + " where v.tenant = :tenant and v.approver = :voter"
                                + " and v.decided_at is not null and a.status = 'PENDING'",
                        ApprovalRow.class)
                .setParameter("tenant", tenant)
                .setParameter("voter", ApprovalRow.lower(voter))
                .getResultStream()
                .map(row -> approval((ApprovalRow) row))
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return Optional.ofNullable(
                getEntityManager()
                        .createQuery(
                                "select min(dueAt) from ApprovalRow"
                                        + " where status = PENDING and dueAt > :after",
                                Instant.class)
                        .setParameter("after", after)
                        .getSingleResult());
    }

    private void take(Change change, Map<String, ApprovalRow> fresh) {
        Approval before = change.before();
        boolean isNew = before.state() instanceof ApprovalState.Unseen;
        if (isNew) {
            fresh.put(before.activationId(), ApprovalRow.of(before));
        }
        ApprovalRow row =
                fresh.containsKey(before.activationId())
                        ? fresh.get(before.activationId())
                        : findById(before.activationId());
        row.take(change);
    }

    private Approval approval(ApprovalRow row) {
        return new Approval(
                row.activationId,
                approving.replay(ApprovalState.UNSEEN, row.story()),
                row.said,
                row.traceparent);
    }
}
