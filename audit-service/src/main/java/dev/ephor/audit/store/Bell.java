package dev.ephor.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears of commits that sealed, on a connection of its own. */
final class Bell implements Runnable {
    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final int ASK_WHETHER_STOPPED_MILLIS = 1_000;

    private final DataSource database;
    private final BooleanSupplier stopped;
    private final Runnable woken;

    Bell(DataSource database, BooleanSupplier stopped, Runnable woken) {
        this.database = database;
        this.stopped = stopped;
        this.woken = woken;
    }

    @Override
    public void run() {
        while (!stopped.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                listen(connection, statement);
            } catch (SQLException e) {
                LOG.debugf(e, "The log's followers are not woken for a moment");
                pause();
            }
        }
    }

    private void listen(Connection connection, Statement statement) throws SQLException {
        statement.execute("listen " + SqlFollowedLog.CHANNEL);
        try {
            // What was committed before is not told.
            woken.run();
            while (!stopped.getAsBoolean()) {
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

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
