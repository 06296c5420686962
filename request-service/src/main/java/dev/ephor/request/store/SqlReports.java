package dev.ephor.request.store;

import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindResponses;
import dev.ephor.request.application.KeepResponses.Count;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Order;
import dev.ephor.request.domain.Response;
import dev.ephor.request.domain.Response.Resumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads responses, each with how much it ended and how much of that is confirmed. */
@ApplicationScoped
class SqlReports implements FindResponses {
    private static final String ENDED =
            """
            select r.* from response_activation a join request r on r.id = a.activation_id
             where a.response_id = ? and a.activation_id > ? order by a.activation_id limit %d
            """;

    private final Rows rows;

    SqlReports(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public Optional<Found> response(String tenant, String id) {
        return rows
                .list(
                        Condition.of(
                                "select * from response_report where tenant = ? and id = ?",
                                tenant,
                                id),
                        SqlReports::found)
                .stream()
                .findFirst();
    }

    @Override
    public List<Listed<Found>> responses(String tenant, Listing listing) {
        return rows.list(
                "response_report",
                List.of(Condition.of("tenant = ?", tenant)),
                listing,
                SqlReports::found);
    }

    @Override
    public List<Activation> ended(String id, @Nullable String after, int atMost) {
        return rows.list(
                Condition.of(ENDED.formatted(atMost), id, after == null ? "" : after),
                row -> SqlRequests.row(row).activation());
    }

    private static Found found(ResultSet row) throws SQLException {
        var response =
                new Response(
                        order(row),
                        Response.Status.valueOf(row.getString("status")),
                        Rows.instant(row, "confirm_by"),
                        row.getString("confirmed_by"),
                        Rows.instant(row, "begun_at"),
                        Rows.instant(row, "completed_at"),
                        row.getBoolean("standing"),
                        resumption(row));
        return new Found(response, new Count(row.getInt("ended"), row.getInt("confirmed")));
    }

    @SuppressWarnings("NullAway") // The column is not null in the table.
    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getString("id"),
                new Scope(
                        row.getString("tenant"),
                        ScopeKind.of(row.getString("kind")),
                        row.getString("scope_id")),
                row.getBoolean("revokes"),
                row.getBoolean("suspends"),
                Rows.instant(row, "until_at"),
                row.getString("requested_by"),
                row.getString("via"),
                row.getString("reason"),
                Rows.instant(row, "requested_at"));
    }

    private static @Nullable Resumption resumption(ResultSet row) throws SQLException {
        Instant at = Rows.instant(row, "resumed_at");
        return at == null
                ? null
                : new Resumption(row.getString("resumed_by"), row.getString("resume_reason"), at);
    }
}
