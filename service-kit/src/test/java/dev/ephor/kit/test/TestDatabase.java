package dev.ephor.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL per test JVM, with a fresh database for everyone who asks. */
final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** The JDBC URL of an empty database, owned by {@code postgres}. */
    static synchronized String fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make " + name, e);
        }
        return server().getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("listen_addresses", "127.0.0.1")
                                .setCleanDataDirectory(false)
                                .start();
                endWithJvm(server);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("the embedded PostgreSQL did not start", e);
            }
        }
        return server;
    }

    private static void endWithJvm(EmbeddedPostgres started) throws IOException, SQLException {
        Path data = dataDirectory(started);
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle.of(pid)
                .ifPresent(postmaster -> Leftovers.removeAtExit(data, () -> end(postmaster)));
    }

    private static Path dataDirectory(EmbeddedPostgres started) throws SQLException {
        try (var connection = started.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1));
        }
    }

    /** The library has a hook of its own, which stops the server, if nothing goes wrong. */
    private static void end(ProcessHandle postmaster) {
        try {
            postmaster.onExit().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
    }
}
