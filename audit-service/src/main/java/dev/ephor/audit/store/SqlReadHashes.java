package dev.ephor.audit.store;

import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.tree.ReadHashes;
import dev.ephor.audit.tree.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Full tiles from their rows; the others from what they will be made of. */
@ApplicationScoped
class SqlReadHashes implements ReadHashes {
    private static final String OF_LEAVES =
            "select leaf_hash from audit_entry where sequence >= ? and sequence < ? order by sequence";
    private static final String OF_ROOTS =
            "select root from audit_tile where number >= ? and number < ? and level = ?"
                    + " order by number";

    private final DataSource database;

    SqlReadHashes(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Hash> hashes(int level, long first, int count) {
        try (Connection connection = database.getConnection()) {
            List<Hash> hashes = ofFullTile(connection, level, first / Tile.WIDTH);
            if (!hashes.isEmpty()) {
                int from = (int) (first % Tile.WIDTH);
                return hashes.subList(from, from + count);
            }
            hashes = ofParts(connection, level, first, count);
            if (hashes.size() != count) {
                throw new IllegalStateException(
                        "the tree has lost hashes of level %d between %d and %d"
                                .formatted(level, first, first + count - 1));
            }
            return hashes;
        } catch (SQLException e) {
            throw new LogUnavailable("the tree could not be read", e);
        }
    }

    private static List<Hash> ofFullTile(Connection connection, int level, long number)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select hashes from audit_tile where level = ? and number = ?")) {
            select.setInt(1, level);
            select.setLong(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? divided(row.getBytes(1)) : List.of();
            }
        }
    }

    private static List<Hash> divided(byte[] bytes) {
        var hashes = new ArrayList<Hash>(Tile.WIDTH);
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
        }
        return hashes;
    }

    private static List<Hash> ofParts(Connection connection, int level, long first, int count)
            throws SQLException {
        var hashes = new ArrayList<Hash>(count);
        try (PreparedStatement select =
                connection.prepareStatement(level == 0 ? OF_LEAVES : OF_ROOTS)) {
            select.setLong(1, first);
            select.setLong(2, first + count);
            if (level > 0) {
                select.setInt(3, level - 1);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(Hash.of(rows.getBytes(1)));
                }
            }
        }
        return hashes;
    }
}
