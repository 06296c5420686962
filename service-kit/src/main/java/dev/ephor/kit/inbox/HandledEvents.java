package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Which events a subscription has handled (CloudEvents: source and id together are unique, and a
 * resend keeps them).
 */
@ApplicationScoped
class HandledEvents {
    record Identity(String source, String id) {}

    private final DataSource database;

    HandledEvents(DataSource database) {
        this.database = database;
    }

    static Identity identity(Envelope<?> event) {
        return new Identity(event.source(), event.id());
    }

    /** Records events as handled, in the current transaction; returns those that were not. */
    Set<Identity> mark(String consumer, List<Identity> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into inbox (consumer, source, event_id)"
                                        + " select ?, e.source, e.id from unnest(?, ?) as e (source, id)"
                                        + " on conflict do nothing returning source, event_id")) {
            insert.setString(1, consumer);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", events.stream().map(Identity::source).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf("text", events.stream().map(Identity::id).toArray()));
            try (ResultSet rows = insert.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    private static Set<Identity> read(ResultSet rows) throws SQLException {
        var fresh = new HashSet<Identity>();
        while (rows.next()) {
            fresh.add(new Identity(rows.getString(1), rows.getString(2)));
        }
        return fresh;
    }
}
