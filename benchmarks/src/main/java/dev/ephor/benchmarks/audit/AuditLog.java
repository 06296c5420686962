package dev.ephor.benchmarks.audit;

import dev.ephor.benchmarks.Folder;
import dev.ephor.benchmarks.Line;
import dev.ephor.benchmarks.Processes;
import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** audit-service as a process, with a broker and a database of its own. */
final class AuditLog implements AutoCloseable {
    private static final String SERVICE = "audit-service";
    private static final String HEAP = "512m";
    private static final String ROLE = "ephor_audit";
    private static final String PASSWORD = "bench";

    private final Children children = new Children();
    private final Path folder = children.closing(Folder.named("ephor-audit-")).path();
    private final List<Integer> ports = FreePorts.allocate(2);
    private final Processes processes;
    private final EmbeddedDatabase database;
    private boolean started;

    AuditLog(PrintStream out) {
        out.println("Starting broker, PostgreSQL and audit-service in " + folder);
        database =
                children.closing(
                        EmbeddedDatabase.start(
                                new DatabaseSettings(
                                        folder.resolve("postgres"),
                                        folder.resolve("postgres-binaries"),
                                        0,
                                        List.of(new DatabaseRole(ROLE, PASSWORD)))));
        processes = new Processes(children, folder, out);
        processes.startBroker(ports.getFirst());
    }

    String brokers() {
        return "127.0.0.1:" + ports.getFirst();
    }

    /**
     * @param following whether it publishes and files besides sealing
     */
    void start(boolean following) {
        var set = new HashMap<String, String>();
        set.put("QUARKUS_HTTP_PORT", String.valueOf(ports.getLast()));
        set.put("KAFKA_BOOTSTRAP_SERVERS", brokers());
        set.put("EPHOR_KAFKA_PARTITIONS", String.valueOf(Line.PARTITIONS));
        set.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(ROLE));
        set.put("QUARKUS_DATASOURCE_USERNAME", ROLE);
        set.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        set.put("EPHOR_AUDIT_FOLLOWING", String.valueOf(following));
        set.put("EPHOR_AUDIT_CHECKPOINTS_KEYS", folder.resolve("key.pem").toString());
        set.put("EPHOR_AUDIT_CHECKPOINTS_MAKE_KEY", "true");
        if (started) {
            processes.restart(SERVICE, ports.getLast(), set);
        } else {
            processes.startService(SERVICE, HEAP, ports.getLast(), set);
            started = true;
        }
    }

    void kill() {
        processes.kill(SERVICE);
    }

    /** Of the service alone, since it was started. */
    Duration cpu() {
        return processes.usage(SERVICE).cpu();
    }

    long size() {
        return number("select size from audit_head");
    }

    /** Whether no sequence is missing and none is there twice. */
    boolean isWhole() {
        return number(
                        "select case when count(*) = max(sequence) + 1 and count(*) ="
                                + " (select size from audit_head) then 1 else 0 end"
                                + " from audit_entry")
                == 1;
    }

    /** How many different events it has. */
    long distinct() {
        return number("select count(distinct identity) from audit_entry");
    }

    /** How many entries are not what was sealed, or not behind the one before. */
    long brokenLinks() {
        return number(
                "select count(*) from audit_entry e left join audit_entry p"
                        + " on p.sequence = e.sequence - 1"
                        + " where e.leaf_hash <> sha256('\\x00'::bytea || e.leaf)"
                        + " or e.hash <> sha256('\\x02'::bytea || e.previous || e.leaf_hash)"
                        + " or e.sequence > 0 and e.previous is distinct from p.hash");
    }

    /** By how many entries the last follower is behind. */
    long behind() {
        return number("select (select size from audit_head) - min(position) from audit_follower");
    }

    /** Lets the followers begin at the end, as if they had kept up. */
    void skip() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update audit_follower set position = (select size from audit_head)");
            statement.execute("vacuum analyze audit_entry");
        } catch (SQLException e) {
            throw new IllegalStateException("the bench's database: " + e.getMessage(), e);
        }
    }

    private long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the bench's database: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(ROLE), ROLE, PASSWORD);
    }

    /** The service's own measure: from the record's time to the commit, in milliseconds. */
    double lagMillis(String quantile) throws InterruptedException {
        var address = URI.create("http://127.0.0.1:%d/q/metrics".formatted(ports.getLast()));
        try (var http = HttpClient.newHttpClient()) {
            String text =
                    http.send(
                                    HttpRequest.newBuilder(address).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return text.lines()
                    .filter(line -> line.startsWith("ephor_audit_lag_seconds{"))
                    .filter(line -> line.contains("quantile=\"" + quantile + "\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                    .map(seconds -> seconds * 1_000)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new IllegalStateException("the service does not tell its lag: " + e, e);
        }
    }

    @Override
    public void close() {
        children.close();
    }
}
