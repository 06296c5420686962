package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.request.application.KeepActivations;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Held;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Activations in the table {@code request}. */
@ApplicationScoped
class SqlActivations implements KeepActivations {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);
    private static final String PLANNED = "live and not rechecked and startsAt is not null";

    private static final String HOLDERS =
            """
            select distinct principal
              from RequestRow where tenant = :tenant and ticket = :ticket and live and type = :type
            """;

    private final Session database;

    SqlActivations(Session database) {
        this.database = database;
    }

    @Override
    public Held look(MembershipKey key) {
        return held(live(key));
    }

    @Override
    public Held lock(MembershipKey key) {
        PrincipalLock.take(database, key.tenant(), key.principal());
        return held(live(key).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    /** All locks of principals come before those of rows, and both in one order everywhere. */
    @Override
    public List<Held> lockHolders(String tenant, String ticketNumber) {
        List<String> principals =
                database.createSelectionQuery(HOLDERS, String.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ticket", ticketNumber)
                        .setParameter("type", ACTIVATION)
                        .list();
        List<String> sorted = principals.stream().sorted().toList();
        sorted.forEach(principal -> PrincipalLock.take(database, tenant, principal));
        var rows =
                RequestRow.<RequestRow>find(
                        "tenant = ?1 and principal in ?2 and live and type = ?3 order by id",
                        tenant,
                        sorted,
                        ACTIVATION)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .stream();
        return rows
                .collect(
                        Collectors.groupingBy(
                                row -> row.principal, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(all -> new Held(all.stream().map(RequestRow::activation).toList()))
                .toList();
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

    @Override
    public void add(RevocationRequested removal) {
        RequestRow.of(removal).persist();
    }

    /** The row is in the session since it was locked; the flush at the end writes all of them. */
    @Override
    public void save(Activation activation) {
        RequestRow.<RequestRow>findById(activation.id()).take(activation);
    }

    @Override
    public List<Planned> toRecheck(Instant startingBy, int atMost) {
        return RequestRow.<RequestRow>find(
                        PLANNED + " and startsAt <= ?1", Sort.by("startsAt"), startingBy)
                .page(0, atMost)
                .stream()
                .map(SqlActivations::planned)
                .toList();
    }

    @Override
    public Optional<Planned> nextToRecheck() {
        return RequestRow.<RequestRow>find(PLANNED, Sort.by("startsAt"))
                .page(0, 1)
                .firstResultOptional()
                .map(SqlActivations::planned);
    }

    @Override
    public boolean recheck(String id) {
        RequestRow row = RequestRow.findById(id, LockModeType.PESSIMISTIC_WRITE);
        boolean first = !row.rechecked;
        row.rechecked = true;
        return first;
    }

    private static Planned planned(RequestRow row) {
        return new Planned(row.id, MembershipKey.parse(row.membershipKey), row.startsAt);
    }

    private static PanacheQuery<RequestRow> live(MembershipKey key) {
        return RequestRow.find(
                "tenant = ?1 and principal = ?2 and live and type = ?3 order by id",
                key.tenant(),
                key.principal(),
                ACTIVATION);
    }

    private static Held held(PanacheQuery<RequestRow> rows) {
        return new Held(rows.stream().map(RequestRow::activation).toList());
    }
}
