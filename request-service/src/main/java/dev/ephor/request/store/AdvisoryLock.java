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

    /** Nobody else has it. */
    static void take(Session database, String name) {
        database.doWork(connection -> lock(connection, "pg_advisory_xact_lock", name));
    }

    /** Others who share it have it too; nobody has taken it. */
    static void share(Session database, String name) {
        database.doWork(connection -> lock(connection, "pg_advisory_xact_lock_shared", name));
    }

    private static void lock(Connection connection, String how, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select " + how + "(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            lock.execute();
        }
    }
}
