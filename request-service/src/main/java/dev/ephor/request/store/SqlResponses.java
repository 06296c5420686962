package dev.ephor.request.store;

import dev.ephor.events.Scope;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.KeepResponses;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Response;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Responses in the table {@code response}, and what they end in {@code request}. */
@ApplicationScoped
class SqlResponses implements KeepResponses {
    private static final String REMEMBER =
            "insert into response_activation (response_id, activation_id)"
                    + " select ?, id from unnest(?) as ended (id) on conflict do nothing";

    private static final String UNCONFIRMED =
            """
            select distinct r.id from response r join response_activation a on a.response_id = r.id
             where a.activation_id = any(?) and r.status = 'CONFIRMING' order by r.id
            """;

    private final Session database;
    private final Rows rows;

    SqlResponses(Session database, DataSource connections) {
        this.database = database;
        this.rows = new Rows(connections);
    }

    @Override
    public void lock(String tenant) {
        ResponseLock.take(database, tenant);
    }

    @Override
    public Optional<Kept> find(String id) {
        return ResponseRow.<ResponseRow>findByIdOptional(id).map(ResponseRow::kept);
    }

    /** Read anew: what the session knows of it may be older than the lock. */
    @Override
    public Optional<Kept> lockOne(String id) {
        Optional<ResponseRow> row = ResponseRow.findByIdOptional(id);
        row.ifPresent(found -> database.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return row.map(ResponseRow::kept);
    }

    @Override
    public List<Kept> lockStanding(Scope scope) {
        return ResponseRow.<ResponseRow>find(
                        "standing and tenant = ?1 and kind = ?2 and (scopeId = ?3 or scopeId is null and ?3 is null)"
                                + " order by id",
                        scope.tenant(),
                        scope.kind(),
                        scope.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(ResponseRow::kept)
                .toList();
    }

    @Override
    public void add(Kept response) {
        ResponseRow.of(response).persist();
    }

    @Override
    public void save(Kept response) {
        ResponseRow.<ResponseRow>findById(response.response().order().id()).take(response);
        // The report is read past Hibernate, perhaps in the same transaction.
        database.flush();
    }

    @Override
    public List<Activation> lockReach(Response response, Instant now, int atMost) {
        database.flush();
        List<String> ids = rows.list(Reach.of(response, now, atMost), row -> row.getString(1));
        return RequestRow.<RequestRow>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(RequestRow::activation)
                .toList();
    }

    @Override
    public void remember(String response, Collection<String> activations) {
        database.flush();
        database.doWork(
                connection -> {
                    try (var insert = connection.prepareStatement(REMEMBER)) {
                        insert.setString(1, response);
                        insert.setArray(2, connection.createArrayOf("text", activations.toArray()));
                        insert.executeUpdate();
                    }
                });
    }

    @Override
    public List<String> unconfirmed(Collection<String> activations) {
        database.flush();
        return rows.list(
                Condition.of(UNCONFIRMED, List.copyOf(activations)), row -> row.getString(1));
    }

    @Override
    public Count count(String id) {
        database.flush();
        return rows.list(
                        Condition.of(
                                "select ended, confirmed from response_report where id = ?", id),
                        row -> new Count(row.getInt(1), row.getInt(2)))
                .getFirst();
    }

    @Override
    public List<String> due(Instant by, int atMost) {
        return ResponseRow.<ResponseRow>find("dueAt <= ?1", Sort.by("dueAt"), by)
                .page(0, atMost)
                .stream()
                .map(row -> row.id)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return ResponseRow.<ResponseRow>find("dueAt is not null", Sort.by("dueAt"))
                .page(0, 1)
                .firstResultOptional()
                .map(row -> row.dueAt);
    }
}
