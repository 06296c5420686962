package dev.ephor.audit.store;

import dev.ephor.audit.application.LogFollower;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Leaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Files every entry under what a search asks for. */
@ApplicationScoped
class FilingEntries implements LogFollower {
    /** Its position says up to where a search finds everything. */
    static final String NAME = "filing";

    private static final String INSERT =
            "insert into audit_filing (sequence, at, type, tenant, group_id, principal, correlation,"
                    + " target, ticket, approvers, words)"
                    + " select s, a, y, e, g, p, c, t, k, string_to_array(v, E'\\n'), w from"
                    + " unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                    + " as filed(s, a, y, e, g, p, c, t, k, v, w)";

    private final DataSource database;
    private final Months months;

    FilingEntries(DataSource database, Months months) {
        this.database = database;
        this.months = months;
    }

    private record Filed(long sequence, Filing filing) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(List<Entry> entries) {
        List<Filed> filed = entries.stream().map(FilingEntries::filed).toList();
        try (Connection connection = database.getConnection()) {
            months.makeFor(connection, filed.stream().map(f -> f.filing().time()).toList());
            insert(connection, filed);
        } catch (SQLException e) {
            throw new LogUnavailable("entries could not be filed", e);
        }
    }

    private static void insert(Connection connection, List<Filed> filed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var columns = new Columns(connection, filed);
            insert.setArray(1, columns.of("bigint", Filed::sequence));
            insert.setArray(2, columns.of("text", f -> f.filing().time().toString()));
            insert.setArray(3, columns.of("text", f -> f.filing().type()));
            insert.setArray(4, columns.of("text", f -> f.filing().tenant()));
            insert.setArray(5, columns.of("text", f -> f.filing().group()));
            insert.setArray(6, columns.of("text", f -> f.filing().principal()));
            insert.setArray(7, columns.of("text", f -> f.filing().correlation()));
            insert.setArray(8, columns.of("text", f -> f.filing().mentions().target()));
            insert.setArray(9, columns.of("text", f -> f.filing().mentions().ticket()));
            insert.setArray(10, columns.of("text", f -> lines(f.filing().mentions().approvers())));
            insert.setArray(11, columns.of("text", f -> f.filing().mentions().words()));
            insert.executeUpdate();
        }
    }

    /** An array of arrays would come apart. */
    private static @Nullable String lines(List<String> ids) {
        return ids.isEmpty() ? null : String.join("\n", ids);
    }

    private static Filed filed(Entry entry) {
        return new Filed(entry.sequence(), filing(entry));
    }

    /** What somebody damaged before it was filed is found under nothing. */
    private static Filing filing(Entry entry) {
        try {
            return Filing.of(Leaf.read(entry.leaf()));
        } catch (IllegalArgumentException e) {
            return Filing.NOTHING;
        }
    }

    /** Rows as the columns that {@code unnest} takes. */
    private record Columns(Connection connection, List<Filed> rows) {
        Array of(String type, Function<Filed, @Nullable Object> value) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(value).toArray());
        }
    }
}
