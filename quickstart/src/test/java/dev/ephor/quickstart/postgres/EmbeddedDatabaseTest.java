package dev.ephor.quickstart.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final DatabaseRole REQUEST = new DatabaseRole("ephor_request", "it's secret");
    private static final DatabaseRole AUDIT = new DatabaseRole("ephor_audit", "another");

    @TempDir private static Path directory;
    private EmbeddedDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void gives_each_role_a_database_of_its_own_and_no_other() throws SQLException {
        // When
        database = start();

        // Then
        assertThat(value(REQUEST, "SELECT current_user || '@' || current_database()"))
                .isEqualTo("ephor_request@ephor_request");
        assertThatThrownBy(() -> connect(REQUEST.name(), AUDIT))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect(REQUEST.name(), new DatabaseRole(REQUEST.name(), "wrong")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void is_durable_and_keeps_to_loopback() throws SQLException {
        // When
        database = start();

        // Then
        assertThat(value(REQUEST, "SHOW fsync")).isEqualTo("on");
        assertThat(value(REQUEST, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(value(REQUEST, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(value(REQUEST, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Integer.parseInt(value(REQUEST, "SHOW server_version_num")))
                .isGreaterThan(160000);
    }

    @Test
    void keeps_what_was_committed_when_the_server_is_killed() throws SQLException {
        // Given
        database = start();
        try (Connection connection = connect(REQUEST.name(), REQUEST)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();

        // When
        server.destroyForcibly();
        server.onExit().join();
        database.close();
        database = start();

        // Then
        assertThat(value(REQUEST, "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void leaves_no_server_behind_when_its_owner_is_killed() throws Exception {
        // Given
        database = start();
        database.close();
        List<String> arguments =
                List.of(
                        directory.resolve("data").toString(),
                        directory.resolve("binaries").toString());
        Path log = directory.resolve("owner.log");
        try (Children children = new Children()) {
            Child owner =
                    children.start(
                            new ChildSpec(
                                    "owner",
                                    JavaProgram.ofThisClasspath(
                                                    DatabaseOwner.class,
                                                    List.of("-Xmx192m"),
                                                    arguments)
                                            .command(),
                                    Map.of(),
                                    log));
            new Waiting(Duration.ofMinutes(3), _ -> {}).until(owner, Readiness.line("ready"));
            ProcessHandle server = ProcessHandle.of(pidSaid(log)).orElseThrow();

            // When
            owner.kill();

            // Then
            assertThat(server.onExit().get(2, TimeUnit.MINUTES).isAlive()).isFalse();
        }
    }

    private static long pidSaid(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("pid "))
                .mapToLong(line -> Long.parseLong(line.substring(4)))
                .findFirst()
                .orElseThrow();
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(
                new DatabaseSettings(
                        directory.resolve("data"),
                        directory.resolve("binaries"),
                        0,
                        List.of(REQUEST, AUDIT)));
    }

    private Connection connect(String name, DatabaseRole role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(name), role.name(), role.password());
    }

    private String value(DatabaseRole role, String query) throws SQLException {
        try (Connection connection = connect(role.name(), role);
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
