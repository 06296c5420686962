package dev.ephor.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which dead letters were already sent, so that a redelivered record makes no second one. */
@ApplicationScoped
class HandledLetters {
    private final DataSource database;

    HandledLetters(DataSource database) {
        this.database = database;
    }

    boolean isBuried(String stream) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from journal where stream = ?")) {
            select.setString(1, stream);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }
}
