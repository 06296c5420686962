package dev.ephor.benchmarks.targets;

import dev.ephor.benchmarks.Folder;
import dev.ephor.benchmarks.Line;
import dev.ephor.benchmarks.Processes;
import dev.ephor.events.Topics;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One provisioning-service as a process, with broker, PostgreSQL and two applications: one that is
 * measured, and one that may be down.
 */
final class Delivery implements AutoCloseable {
    static final String SECRET = "BENCH_TOKEN";

    private static final String SERVICE = "provisioning-service";
    private static final String HEAP = "256m";
    private static final String ROLE = "ephor_provisioning";
    private static final String PASSWORD = "quickstart-ephor_provisioning";
    private static final String TOKEN = "token-of-the-bench";

    private final Children children = new Children();
    private final ScimApplication app;
    private final ScimApplication other;
    private final Line line;
    private volatile Confirmations listening = new Confirmations(List.of());

    Delivery(PrintStream out) {
        Path folder = children.closing(Folder.named("ephor-targets-")).path();
        out.println("Starting broker, PostgreSQL and provisioning-service in " + folder);
        List<Integer> ports = FreePorts.allocate(2);
        app = children.closing(ScimApplication.start(0, TOKEN));
        other = children.closing(ScimApplication.start(0, TOKEN));
        EmbeddedDatabase database =
                children.closing(
                        EmbeddedDatabase.start(
                                new DatabaseSettings(
                                        folder.resolve("postgres"),
                                        folder.resolve("postgres-binaries"),
                                        0,
                                        List.of(new DatabaseRole(ROLE, PASSWORD)))));
        var processes = new Processes(children, folder, out);
        processes.startBroker(ports.getFirst());
        var environment = environment(ports, database.jdbcUrl(ROLE));
        processes.startService(SERVICE, HEAP, ports.getLast(), environment);
        String brokers = "127.0.0.1:" + ports.getFirst();
        line =
                children.closing(
                        new Line(
                                brokers,
                                Topics.PROVISIONING,
                                (type, story) -> listening.heard(type, story)));
    }

    private static Map<String, String> environment(List<Integer> ports, String jdbcUrl) {
        var set = new HashMap<String, String>();
        set.put("QUARKUS_HTTP_PORT", String.valueOf(ports.getLast()));
        set.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.getFirst());
        set.put("EPHOR_KAFKA_PARTITIONS", String.valueOf(Line.PARTITIONS));
        set.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        set.put("QUARKUS_DATASOURCE_USERNAME", ROLE);
        set.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        set.put(SECRET, TOKEN);
        return set;
    }

    /** The application that is measured. */
    ScimApplication app() {
        return app;
    }

    /** The application that is down when it is to be. */
    ScimApplication other() {
        return other;
    }

    Line line() {
        return line;
    }

    /** From now on these are heard, and no others. */
    void listen(Confirmations confirmations) {
        listening = confirmations;
    }

    @Override
    public void close() {
        children.close();
    }
}
