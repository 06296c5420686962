package dev.ephor.approval.store;

import dev.ephor.approval.application.Change;
import dev.ephor.approval.domain.ApprovalState;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What changes about who is asked and who decided. One statement writes it, for however many
 * approvals and approvers: the rows that change, no others.
 */
final class AskedRows {
    private static final String WRITE =
            """
            insert into asked (activation_id, approver, tenant, asked_at, waits, decided_at)
            select activation, approver, tenant, asked::timestamptz, waits::boolean, decided::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as changed (activation, approver, tenant, asked, waits, decided)
            on conflict (activation_id, approver) do update
            set asked_at = case when excluded.waits then excluded.asked_at else asked.asked_at end,
                waits = excluded.waits,
                decided_at = coalesce(asked.decided_at, excluded.decided_at)
            """;

    /** By approval and approver: one statement cannot change a row twice. */
    private final Map<List<String>, Row> rows = new LinkedHashMap<>();

    private record Row(
            String activation,
            String approver,
            String tenant,
            Instant asked,
            boolean waits,
            @Nullable Instant decided) {}

    AskedRows(List<Change> changes) {
        changes.forEach(this::take);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE)) {
            statement.setArray(1, texts(connection, Row::activation));
            statement.setArray(2, texts(connection, Row::approver));
            statement.setArray(3, texts(connection, Row::tenant));
            statement.setArray(4, texts(connection, Row::asked));
            statement.setArray(5, texts(connection, Row::waits));
            statement.setArray(6, texts(connection, Row::decided));
            statement.executeUpdate();
        }
    }

    private Array texts(Connection connection, Function<Row, @Nullable Object> column)
            throws SQLException {
        Object[] values =
                rows.values().stream()
                        .map(column)
                        .map(value -> value == null ? null : value.toString())
                        .toArray();
        return connection.createArrayOf("text", values);
    }

    private void take(Change change) {
        Map<String, Instant> before = waiting(change.before().state());
        Map<String, Instant> after = waiting(change.after());
        before.forEach(
                (person, asked) -> {
                    if (!after.containsKey(person)) {
                        put(change, person, asked, false, null);
                    }
                });
        after.forEach(
                (person, asked) -> {
                    if (!before.containsKey(person)) {
                        put(change, person, asked, true, null);
                    }
                });
        change.happened().forEach(event -> decided(change, event));
    }

    private void decided(Change change, Event.AboutMembership event) {
        switch (event) {
            case ApprovalGiven given -> decided(change, given.decision(), given.givenAt());
            case ActivationDenied denied -> decided(change, denied.decision(), denied.deniedAt());
            case ActivationApproved approved when !approved.decisions().isEmpty() ->
                    decided(change, approved.decisions().getLast(), approved.approvedAt());
            default -> {}
        }
    }

    private void decided(Change change, Decision decision, Instant at) {
        put(change, decision.approver(), at, false, at);
    }

    private void put(
            Change change, String person, Instant asked, boolean waits, @Nullable Instant decided) {
        String activation = change.before().activationId();
        String approver = ApprovalRow.lower(person);
        String tenant = change.happened().getFirst().key().tenant();
        rows.put(
                List.of(activation, approver),
                new Row(activation, approver, tenant, asked, waits, decided));
    }

    private static Map<String, Instant> waiting(ApprovalState state) {
        return state instanceof Pending pending ? pending.waitingFor() : Map.of();
    }
}
