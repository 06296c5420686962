package dev.ephor.benchmarks.windows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import dev.ephor.quickstart.process.ProcessUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** The database of the timers that Ephor is compared with; they themselves run in this process. */
final class Peers implements AutoCloseable {
    static final String ROLE = "timers";
    static final String PASSWORD = "quickstart-timers";

    private final EmbeddedDatabase database;
    private final HikariDataSource pool;

    Peers(Path folder) {
        database =
                EmbeddedDatabase.start(
                        new DatabaseSettings(
                                folder.resolve("postgres"),
                                folder.resolve("postgres-binaries"),
                                0,
                                java.util.List.of(new DatabaseRole(ROLE, PASSWORD))));
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(ROLE);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(30);
        pool = new HikariDataSource(config);
    }

    /** Inserts of a batch go as one statement. */
    String url() {
        return database.jdbcUrl(ROLE) + "?reWriteBatchedInserts=true";
    }

    DataSource pool() {
        return pool;
    }

    /** Runs statements of one of our resources, or of a library's. */
    void run(Class<?> near, String resource) {
        try (InputStream in = near.getResourceAsStream(resource)) {
            run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /** Of PostgreSQL and of this process, in which the timers fire. */
    Duration cpu() {
        Duration own = ProcessUsage.of(ProcessHandle.current().pid()).orElseThrow().cpu();
        return ProcessUsage.ofTree(database.pid()).orElseThrow().cpu().plus(own);
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
