package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.request.application.KeepActivations;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Held;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** Activations in the table {@code request}. */
@ApplicationScoped
class SqlActivations implements KeepActivations {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);

    private final Session database;

    SqlActivations(Session database) {
        this.database = database;
    }

    @Override
    public Held look(MembershipKey key) {
        return held(live(key));
    }

    /**
     * The key is locked as such, because before its first activation there is no row to lock. The
     * lock comes before the transaction's first write, so that the journal's order is the order of
     * the decisions.
     */
    @Override
    public Held lock(MembershipKey key) {
        AdvisoryLock.take(database, "activations/" + key);
        return held(live(key).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Activation> lock(Collection<String> ids) {
        return RequestRow.<RequestRow>find(
                        "id in ?1 and type = ?2 order by id", List.copyOf(ids), ACTIVATION)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(RequestRow::activation)
                .toList();
    }

    @Override
    public void add(Activation activation) {
        RequestRow.of(activation).persist();
    }

    @Override
    public void add(DeactivationRequested deactivation) {
        RequestRow.of(deactivation).persist();
    }

    /** The row is in the session since it was locked; the flush at the end writes all of them. */
    @Override
    public void save(Activation activation) {
        RequestRow.<RequestRow>findById(activation.id()).take(activation);
    }

    private static PanacheQuery<RequestRow> live(MembershipKey key) {
        return RequestRow.find(
                "membershipKey = ?1 and live and type = ?2 order by id",
                key.toString(),
                ACTIVATION);
    }

    private static Held held(PanacheQuery<RequestRow> rows) {
        return new Held(rows.stream().map(RequestRow::activation).toList());
    }
}
