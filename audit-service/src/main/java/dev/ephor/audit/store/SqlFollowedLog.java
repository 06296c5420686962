package dev.ephor.audit.store;

import dev.ephor.audit.application.FollowedLog;
import dev.ephor.audit.application.FollowerStanding;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.kit.time.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Positions as rows: who locks one may take. */
@ApplicationScoped
class SqlFollowedLog implements FollowedLog {
    /** What a commit that sealed says. */
    static final String CHANNEL = "audit_log";

    private static final int AT_ONCE = 250;

    /** Entries may be 1 MB each. */
    private static final int ENOUGH_BYTES = 8 * 1024 * 1024;

    private final DataSource database;

    SqlFollowedLog(DataSource database) {
        this.database = database;
    }

    @Override
    public void introduce(String follower) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into audit_follower (name, position) values (?, 0)"
                                        + " on conflict do nothing")) {
            insert.setString(1, follower);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("the follower " + follower + " has no position", e);
        }
    }

    @Override
    public OptionalLong lock(String follower) {
        return position(follower, " for update skip locked");
    }

    @Override
    public long position(String follower) {
        return position(follower, "").orElse(0);
    }

    private OptionalLong position(String follower, String how) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select position from audit_follower where name = ?" + how)) {
            select.setString(1, follower);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the position of " + follower + " could not be read", e);
        }
    }

    @Override
    public List<Entry> from(long sequence, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select sequence, leaf, leaf_hash, previous, hash from audit_entry"
                                        + " where sequence >= ? order by sequence limit ?")) {
            select.setFetchSize(AT_ONCE);
            select.setLong(1, sequence);
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                return entries(sequence, rows);
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log could not be read", e);
        }
    }

    private static List<Entry> entries(long first, ResultSet rows) throws SQLException {
        var entries = new ArrayList<Entry>();
        long bytes = 0;
        while (bytes < ENOUGH_BYTES && rows.next()) {
            Entry entry = SqlEntries.entry(rows);
            if (entry.sequence() != first + entries.size()) {
                throw new IllegalStateException(
                        "the log has lost entry %d".formatted(first + entries.size()));
            }
            entries.add(entry);
            bytes += entry.leaf().length;
        }
        return entries;
    }

    @Override
    public void move(String follower, long position) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "update audit_follower set position = ?, moved_at = now()"
                                        + " where name = ?")) {
            update.setLong(1, position);
            update.setString(2, follower);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("the position of " + follower + " could not be kept", e);
        }
    }

    @Override
    public List<FollowerStanding> standings() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select name, position, moved_at from audit_follower order by name");
                ResultSet rows = select.executeQuery()) {
            var standings = new ArrayList<FollowerStanding>();
            while (rows.next()) {
                standings.add(
                        new FollowerStanding(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getObject(3, OffsetDateTime.class).toInstant()));
            }
            return standings;
        } catch (SQLException e) {
            throw new LogUnavailable("the positions of the followers could not be read", e);
        }
    }

    @Override
    public void drop(String follower) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from audit_follower where name = ?")) {
            delete.setString(1, follower);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("the follower " + follower + " could not be dropped", e);
        }
    }

    @Override
    public void listen(Stop stop, Runnable woken) {
        new Bell(database, stop, woken).run();
    }
}
