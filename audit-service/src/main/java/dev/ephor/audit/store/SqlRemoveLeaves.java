package dev.ephor.audit.store;

import dev.ephor.audit.application.RemoveLeaves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Empties leaves, and forgets what was filed of them, some thousand in a transaction. */
@ApplicationScoped
class SqlRemoveLeaves implements RemoveLeaves {
    /**
     * Before the first of what is young. An event says its own time: one that is early by mistake
     * must not open the way to others, so the first is looked for among many.
     */
    private static final String BOUND =
            """
            select least((select min(position) from audit_follower),
                         (select min(sequence) from (select sequence from audit_filing where at >= ?
                                                     order by at, sequence limit 10000) young))
            """;

    private static final String REMOVE =
            """
            with old as (
              delete from audit_filing where (at, sequence) in (
                select at, sequence from audit_filing where at < ? and sequence < ? order by at, sequence limit 5000)
              returning sequence)
            update audit_entry e set leaf = '' from old where e.sequence = old.sequence
            """;

    private final DataSource database;

    SqlRemoveLeaves(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional
    public int removeSome(Instant before) {
        OffsetDateTime time = before.atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            long bound = bound(connection, time);
            execute(connection, "delete from audit_access where present_until < ?", time);
            execute(
                    connection,
                    "update audit_retention set removed_before = greatest(removed_before, ?)",
                    bound);
            return execute(connection, REMOVE, time, bound);
        } catch (SQLException e) {
            throw new LogUnavailable("old leaves could not be removed", e);
        }
    }

    private static long bound(Connection connection, OffsetDateTime time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BOUND)) {
            select.setObject(1, time);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static int execute(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
