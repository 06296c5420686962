package dev.ephor.request.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;

/**
 * A lock on a name, held until the transaction ends: for what has no row yet. Plain JDBC, because
 * Hibernate keeps a plan for every native query that it is given.
 */
final class AdvisoryLock {
    private AdvisoryLock() {}

    static void take(Session database, String name) {
        database.doWork(connection -> take(connection, name));
    }

    private static void take(Connection connection, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            lock.execute();
        }
    }
}
