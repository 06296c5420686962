package dev.ephor.audit.store;

import dev.ephor.audit.application.FindFiled;
import dev.ephor.audit.application.Search;
import dev.ephor.audit.application.Search.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Searches by the indices of what was filed, then fetches the entries found. Every index of a
 * filter goes on by time, so that a page costs what it returns, wherever it stands.
 */
@ApplicationScoped
class SqlFindFiled implements FindFiled {
    /** An entry that somebody took out of the log does not cut off the list. */
    private static final String ENTRIES =
            "select sequence, coalesce(e.leaf, ''), coalesce(e.leaf_hash, z.hash),"
                    + " coalesce(e.previous, z.hash), coalesce(e.hash, z.hash), f.at";

    private final DataSource database;

    SqlFindFiled(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Found> matching(Search search) {
        var query = new Query(search);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query.sql())) {
            for (int i = 0; i < query.values.size(); i++) {
                select.setObject(i + 1, query.values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                var found = new ArrayList<Found>();
                while (row.next()) {
                    Instant at = row.getObject(6, OffsetDateTime.class).toInstant();
                    found.add(new Found(new Position(at, row.getLong(1)), SqlEntries.entry(row)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be searched", e);
        }
    }

    /** The search as SQL. */
    static final class Query {
        private final Search search;
        private final List<String> conditions = new ArrayList<>();
        final List<Object> values = new ArrayList<>();

        Query(Search search) {
            this.search = search;
            if (search.from() != null) {
                and("at >= ?", SqlTimes.of(search.from()));
            }
            if (search.to() != null) {
                and("at < ?", SqlTimes.of(search.to()));
            }
            search.by().forEach((by, value) -> and(condition(by), value));
            if (search.after() != null) {
                goOnBehind(search.after());
            }
            values.add(search.limit());
        }

        String sql() {
            String order = search.newestFirst() ? "at desc, sequence desc" : "at, sequence";
            String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            return ENTRIES
                    + " from (select at, sequence from audit_filing"
                    + where
                    + " order by "
                    + order
                    + " limit ?) f left join audit_entry e using (sequence),"
                    + " (select decode(repeat('00', 32), 'hex') as hash) z order by "
                    + order;
        }

        /** A row's comparison does not tell the planner which months are out of question. */
        private void goOnBehind(Position place) {
            String direction = search.newestFirst() ? "<" : ">";
            and("at " + direction + "= ?", SqlTimes.of(place.at()));
            and("(at, sequence) " + direction + " (?, ?)", SqlTimes.of(place.at()));
            values.add(place.sequence());
        }

        private void and(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        private static String condition(Search.By by) {
            return switch (by) {
                case PRINCIPAL -> "principal = ?";
                case GROUP -> "group_id = ?";
                case TARGET -> "target = ?";
                case ACTIVATION -> "correlation = ?";
                case APPROVER -> "approvers @> array[?]::text[]";
                case TICKET -> "ticket = ?";
                case TYPE -> "type = ?";
                case TEXT -> "found @@ websearch_to_tsquery('simple', ?)";
            };
        }
    }
}
