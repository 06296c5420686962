package dev.ephor.audit.store;

import dev.ephor.audit.application.Addition;
import dev.ephor.audit.application.SealedLog;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Identity;
import dev.ephor.audit.sealing.Leaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the log: one statement for however many entries a poll brought. */
@ApplicationScoped
class SqlSealedLog implements SealedLog {
    private static final String INSERT =
            "insert into audit_entry (sequence, leaf, leaf_hash, previous, hash, identity, at, type,"
                    + " tenant, group_id, principal, correlation) select * from unnest(?::bigint[],"
                    + " ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[],"
                    + " ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])";

    private final DataSource database;

    SqlSealedLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Head lockHead() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select size, hash from audit_head for update");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException(
                        "audit_head is empty: the log has lost its head, restore it from a backup");
            }
            return new Head(row.getLong(1), Hash.of(row.getBytes(2)));
        } catch (SQLException e) {
            throw new LogUnavailable("the head of the log could not be locked", e);
        }
    }

    @Override
    public Map<Identity, Optional<Leaf>> known(Collection<Identity> identities) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select identity, leaf from audit_entry where identity = any (?)")) {
            byte[][] wanted = identities.stream().map(i -> i.hash().bytes()).toArray(byte[][]::new);
            select.setArray(1, connection.createArrayOf("bytea", wanted));
            var known = new HashMap<Identity, Optional<Leaf>>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(new Identity(Hash.of(rows.getBytes(1))), legible(rows.getBytes(2)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be searched", e);
        }
    }

    private static Optional<Leaf> legible(byte[] leaf) {
        try {
            return Optional.of(Leaf.read(leaf));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void append(List<Addition> additions, Head head) {
        try (Connection connection = database.getConnection()) {
            insert(connection, additions);
            move(connection, head);
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be written", e);
        }
    }

    private static void insert(Connection connection, List<Addition> additions)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var columns = new Columns(connection, additions);
            insert.setArray(1, columns.of("bigint", a -> a.entry().sequence()));
            insert.setArray(2, columns.bytes(a -> a.entry().leaf()));
            insert.setArray(3, columns.bytes(a -> a.entry().leafHash().bytes()));
            insert.setArray(4, columns.bytes(a -> a.entry().previous().bytes()));
            insert.setArray(5, columns.bytes(a -> a.entry().hash().bytes()));
            insert.setArray(6, columns.bytes(a -> a.identity().hash().bytes()));
            insert.setArray(7, columns.of("text", a -> a.filing().time().toString()));
            insert.setArray(8, columns.of("text", a -> a.filing().type()));
            insert.setArray(9, columns.of("text", a -> a.filing().tenant()));
            insert.setArray(10, columns.of("text", a -> a.filing().group()));
            insert.setArray(11, columns.of("text", a -> a.filing().principal()));
            insert.setArray(12, columns.of("text", a -> a.filing().correlation()));
            insert.executeUpdate();
        }
    }

    private static void move(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update audit_head set size = ?, hash = ?")) {
            update.setLong(1, head.size());
            update.setBytes(2, head.hash().bytes());
            update.executeUpdate();
        }
    }

    /** Rows as the columns that {@code unnest} takes. */
    private record Columns(Connection connection, List<Addition> rows) {
        Array of(String type, Function<Addition, @Nullable Object> value) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(value).toArray());
        }

        Array bytes(Function<Addition, byte[]> value) throws SQLException {
            return connection.createArrayOf(
                    "bytea", rows.stream().map(value).toArray(byte[][]::new));
        }
    }
}
