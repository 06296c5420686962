package dev.ephor.audit.store;

import dev.ephor.audit.application.WalkEntries;
import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Mentions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Walks the log by a cursor of the server, in one snapshot, so that the head belongs to the entries
 * although more are sealed meanwhile. Runs outside the transaction manager, whose time limit a long
 * log would pass.
 */
@ApplicationScoped
class SqlWalkEntries implements WalkEntries {
    private static final int AT_ONCE = 250;

    /** The driver's word for not waiting until a statement has proved itself: bytes, not text. */
    private static final int BINARY_AT_ONCE = -1;

    private final DataSource database;

    SqlWalkEntries(DataSource database) {
        this.database = database;
    }

    @Override
    public void walk(long from, @Nullable Long to, Visitor visitor) {
        try (Connection connection = database.getConnection()) {
            // Without this the driver would fetch all rows at once.
            connection.setAutoCommit(false);
            try {
                snapshot(connection);
                visitor.begin(head(connection), anchor(connection, from));
                visitor.leavesMayBeRemovedBefore(removedBefore(connection));
                visitAll(connection, new Range(from, to, filed(connection)), visitor);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be read", e);
        }
    }

    /**
     * @param filed the sequence before which everything has been filed
     */
    private record Range(long from, @Nullable Long to, long filed) {}

    private static long filed(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select position from audit_follower where name = ?")) {
            select.setString(1, FilingEntries.NAME);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static void snapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select size, hash from audit_head")) {
            return row.next() ? new Head(row.getLong(1), Hash.of(row.getBytes(2))) : Head.EMPTY;
        }
    }

    private static long removedBefore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select removed_before from audit_retention")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static @Nullable Hash anchor(Connection connection, long from) throws SQLException {
        if (from == 0) {
            return Chain.GENESIS;
        }
        try (PreparedStatement select =
                connection.prepareStatement("select hash from audit_entry where sequence = ?")) {
            select.setLong(1, from - 1);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Hash.of(row.getBytes(1)) : null;
            }
        }
    }

    private static void visitAll(Connection connection, Range range, Visitor visitor)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select e.sequence, leaf, leaf_hash, previous, hash, at, type, tenant,"
                                + " group_id, principal, correlation, target, ticket, approvers, words"
                                + " from audit_entry e left join audit_filing using (sequence)"
                                + " where e.sequence >= ? and e.sequence < ?"
                                + " order by e.sequence")) {
            select.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
            select.setFetchSize(AT_ONCE);
            select.setLong(1, range.from());
            select.setLong(2, range.to() == null ? Long.MAX_VALUE : range.to());
            try (ResultSet row = select.executeQuery()) {
                boolean goOn = true;
                while (goOn && row.next()) {
                    boolean isFiled = row.getLong(1) < range.filed();
                    goOn = visitor.visit(SqlEntries.entry(row), isFiled ? filing(row) : null);
                }
            }
        }
    }

    private static Filing filing(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(6, OffsetDateTime.class);
        if (at == null) {
            return Filing.NOTHING;
        }
        return new Filing(
                at.toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                new Mentions(
                        row.getString(12), row.getString(13), strings(row, 14), row.getString(15)));
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
