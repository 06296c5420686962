package dev.ephor.quickstart.postgres;

import dev.ephor.quickstart.process.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A real PostgreSQL on loopback, durable as in production, with a role and a database for each
 * service. Starting on the data directory of an earlier one recovers what that one had. It never
 * outlives this process, even if that is killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final DatabaseSettings settings;
    private final EmbeddedPostgres postgres;
    private final Guardian guardian;

    private EmbeddedDatabase(
            DatabaseSettings settings, EmbeddedPostgres postgres, Guardian guardian) {
        this.settings = settings;
        this.postgres = postgres;
        this.guardian = guardian;
    }

    /**
     * Returns when the server accepts clients and has every role and database that the settings
     * name.
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        int port = settings.port() == 0 ? FreePorts.one() : settings.port();
        EmbeddedPostgres postgres = new Cluster(settings).start(port);
        long pid = new Postmaster(settings.dataDir()).running().orElseThrow().pid();
        EmbeddedDatabase database =
                new EmbeddedDatabase(settings, postgres, Guardian.of(pid, settings.dataDir()));
        try {
            database.makeRoles();
            return database;
        } catch (SQLException e) {
            database.close();
            throw new IllegalStateException(
                    "Cannot make the roles of the services: " + e.getMessage(), e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The server's process id, for measuring and for killing it. */
    public long pid() {
        return server().orElseThrow().pid();
    }

    /** The server's process; nothing where it has ended. */
    public Optional<ProcessHandle> server() {
        return new Postmaster(settings.dataDir()).running();
    }

    /** Such as `jdbc:postgresql://127.0.0.1:5432/ephor_request`. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    private void makeRoles() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (DatabaseRole role : settings.roles()) {
                make(role, statement);
            }
        }
    }

    private static void make(DatabaseRole role, Statement statement) throws SQLException {
        String name = role.name();
        if (!exists(statement, "pg_roles WHERE rolname", name)) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute(
                "ALTER ROLE " + name + " PASSWORD " + statement.enquoteLiteral(role.password()));
        if (!exists(statement, "pg_database WHERE datname", name)) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Statement statement, String where, String name)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT 1 FROM " + where + " = '" + name + "'")) {
            return found.next();
        }
    }

    /** Ends the server with its clients' connections; what was committed stays. */
    @Override
    public void close() {
        new Postmaster(settings.dataDir()).stop();
        guardian.close();
        try {
            // The server is gone; this frees the library's lock on the directory.
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
