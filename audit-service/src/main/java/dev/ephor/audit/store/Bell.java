package dev.ephor.audit.store;

import dev.ephor.kit.time.Stop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears of commits that sealed, on a connection of its own. */
final class Bell implements Runnable {
    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final int ASK_WHETHER_STOPPED_MILLIS = 1_000;

    private final DataSource database;
    private final Stop stop;
    private final Runnable woken;

    Bell(DataSource database, Stop stop, Runnable woken) {
        this.database = database;
        this.stop = stop;
        this.woken = woken;
    }

    @Override
    public void run() {
        try {
            while (!stop.isRequested()) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            listen(connection, statement);
        } catch (SQLException e) {
            LOG.debugf(e, "The log's followers are not woken for a moment");
            stop.isRequestedWithin(AFTER_FAILURE);
        }
    }

    private void listen(Connection connection, Statement statement) throws SQLException {
        statement.execute("listen " + SqlFollowedLog.CHANNEL);
        try {
            // What was committed before is not told.
            woken.run();
            while (!stop.isRequested()) {
                PGNotification[] heard =
                        connection
                                .unwrap(PGConnection.class)
                                .getNotifications(ASK_WHETHER_STOPPED_MILLIS);
                if (heard != null && heard.length > 0) {
                    woken.run();
                }
            }
        } finally {
            statement.execute("unlisten " + SqlFollowedLog.CHANNEL);
        }
    }
}
