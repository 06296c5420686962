package dev.ephor.request.store;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindHistory;
import dev.ephor.request.application.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables {@code history} and {@code held}, which the database keeps by itself. */
@ApplicationScoped
class SqlHistory implements FindHistory {
    private final Rows rows;
    private final Sight sight;

    SqlHistory(DataSource database, Sight sight) {
        this.rows = new Rows(database);
        this.sight = sight;
    }

    @Override
    public List<Listed<Happening>> timeline(
            String tenant, @Nullable String person, Listing listing) {
        List<Condition> reasons =
                person == null
                        ? List.of(Condition.of("tenant = ?", tenant))
                        : List.of(
                                Condition.of("(tenant = ? and principal = ?)", tenant, person),
                                Condition.of("(tenant = ? and actor = ?)", tenant, person));
        return rows.list("history", reasons, listing, SqlHistory::happening);
    }

    @Override
    public List<Listed<Holding>> heldAt(String tenant, Instant at, Listing listing) {
        Condition then =
                Condition.of(
                        "(tenant = ? and granted_at <= ? and (ended_at is null or ended_at > ?))",
                        tenant,
                        at,
                        at);
        return rows.list("held", List.of(then), listing, SqlHistory::holding);
    }

    @Override
    public boolean owns(Viewer viewer, String group) {
        return sight.owned(viewer).contains(group);
    }

    private static Happening happening(ResultSet row) throws SQLException {
        return new Happening(
                instant(row, "at"),
                row.getString("kind"),
                row.getString("what"),
                key(row),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("eligibility_id"),
                row.getString("place"),
                row.getString("note"));
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                key(row),
                row.getString("request_id"),
                instant(row, "granted_at"),
                Rows.instant(row, "ended_at"));
    }

    private static MembershipKey key(ResultSet row) throws SQLException {
        return new MembershipKey(
                row.getString("tenant"),
                row.getString("group_id"),
                row.getString("principal"),
                Access.of(row.getString("access")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
