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
    /** The columns of a row are worked out from left to right. */
    private static final String BOTH =
            "select pg_advisory_xact_lock_shared(hashtextextended(?, 0)),"
                    + " pg_advisory_xact_lock(hashtextextended(?, 0))";

    private AdvisoryLock() {}

    /** Nobody else has it. */
    static void take(Session database, String name) {
        database.doWork(connection -> lock(connection, "pg_advisory_xact_lock", name));
    }

    /** Others who share it have it too; nobody has taken it. */
    static void share(Session database, String name) {
        database.doWork(connection -> lock(connection, "pg_advisory_xact_lock_shared", name));
    }

    /** The one is shared first, then the other taken; in one round trip. */
    static void shareAndTake(Session database, String shared, String taken) {
        database.doWork(connection -> lockBoth(connection, shared, taken));
    }

    private static void lockBoth(Connection connection, String shared, String taken)
            throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(BOTH)) {
            lock.setString(1, shared);
            lock.setString(2, taken);
            lock.execute();
        }
    }

    private static void lock(Connection connection, String how, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select " + how + "(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            lock.execute();
        }
    }
}
