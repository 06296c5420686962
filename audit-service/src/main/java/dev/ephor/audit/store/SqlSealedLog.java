package dev.ephor.audit.store;

import dev.ephor.audit.application.Addition;
import dev.ephor.audit.application.SealedLog;
import dev.ephor.audit.application.Tip;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Identity;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.audit.tree.Frontier;
import dev.ephor.audit.tree.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes the log: one statement for however many entries a poll brought, and nothing whose cost
 * grows with what the log has already.
 */
@ApplicationScoped
class SqlSealedLog implements SealedLog {
    private static final String ENTRIES =
            "audit_entry (sequence, leaf, leaf_hash, previous, hash, identity, recall)";
    private static final int COLUMNS = 7;
    private static final String MOVE =
            "with moved as (update audit_head set size = ?, hash = ?, tree = ? returning 1)"
                    + " select pg_notify('"
                    + SqlFollowedLog.CHANNEL
                    + "', '') from moved";

    private final DataSource database;

    SqlSealedLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Tip lockTip() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select size, hash, tree from audit_head for update");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException(
                        "audit_head is empty: the log has lost its head, restore it from a backup");
            }
            long size = row.getLong(1);
            return new Tip(
                    new Head(size, Hash.of(row.getBytes(2))), Frontier.of(size, row.getBytes(3)));
        } catch (SQLException e) {
            throw new LogUnavailable("the head of the log could not be locked", e);
        }
    }

    @Override
    public Map<Identity, Optional<Leaf>> known(Collection<Identity> identities) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select identity, recall, leaf from audit_entry"
                                        + " where recall = any (?)")) {
            Object[] recalls = identities.stream().map(Identity::recall).toArray();
            select.setArray(1, connection.createArrayOf("bigint", recalls));
            try (ResultSet rows = select.executeQuery()) {
                return among(Set.copyOf(identities), rows);
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be searched", e);
        }
    }

    /** Others may be at the same place of the index. */
    private static Map<Identity, Optional<Leaf>> among(Set<Identity> wanted, ResultSet rows)
            throws SQLException {
        var known = new HashMap<Identity, Optional<Leaf>>();
        while (rows.next()) {
            var found = new Identity(Hash.of(rows.getBytes(1)), rows.getLong(2));
            if (wanted.contains(found)) {
                known.put(found, legible(rows.getBytes(3)));
            }
        }
        return known;
    }

    private static Optional<Leaf> legible(byte[] leaf) {
        try {
            return Optional.of(Leaf.read(leaf));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void append(List<Addition> additions, List<Tile> tiles, Tip tip) {
        try (Connection connection = database.getConnection()) {
            var rows = new BinaryRows();
            additions.forEach(addition -> add(rows, addition));
            rows.copy(connection, ENTRIES);
            insert(connection, tiles);
            move(connection, tip);
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be written", e);
        }
    }

    private static void insert(Connection connection, List<Tile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into audit_tile (level, number, hashes, root)"
                                + " values (?, ?, ?, ?)")) {
            for (Tile tile : tiles) {
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.number());
                insert.setBytes(3, tile.bytes());
                insert.setBytes(4, tile.root().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void add(BinaryRows rows, Addition addition) {
        Entry entry = addition.entry();
        rows.row(COLUMNS)
                .add(entry.sequence())
                .add(entry.leaf())
                .add(entry.leafHash().bytes())
                .add(entry.previous().bytes())
                .add(entry.hash().bytes())
                .add(addition.identity().hash().bytes())
                .add(addition.identity().recall());
    }

    private static void move(Connection connection, Tip tip) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, tip.head().size());
            update.setBytes(2, tip.head().hash().bytes());
            update.setBytes(3, tip.tree().bytes());
            update.execute();
        }
    }
}
