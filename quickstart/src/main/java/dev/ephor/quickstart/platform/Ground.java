package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.kafka.EmbeddedBroker;
import dev.ephor.quickstart.postgres.DatabaseRole;
import dev.ephor.quickstart.postgres.DatabaseSettings;
import dev.ephor.quickstart.postgres.EmbeddedDatabase;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the services stand on: a broker and PostgreSQL, each a process of its own. */
final class Ground {
    private static final String BROKER = "kafka";
    private static final Duration BROKER_DEADLINE = Duration.ofSeconds(60);
    private static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:ReservedCodeCacheSize=64m");

    private final RunFolder folder;
    private final Addresses addresses;
    private final Child broker;

    private Ground(RunFolder folder, Addresses addresses, Child broker) {
        this.folder = folder;
        this.addresses = addresses;
        this.broker = broker;
    }

    /** Returns when the broker's process is there, which takes seconds to accept connections. */
    static Ground begin(RunFolder folder, Addresses addresses, Children children) {
        List<String> arguments =
                List.of(
                        folder.of("kafka").toString(),
                        String.valueOf(addresses.of(Addresses.KAFKA)));
        var spec =
                new ChildSpec(
                        BROKER,
                        JavaProgram.ofThisClasspath(EmbeddedBroker.class, SMALL, arguments)
                                .command(),
                        Map.of(),
                        folder.log(BROKER));
        return new Ground(folder, addresses, children.start(spec));
    }

    /** Returns when PostgreSQL accepts connections. */
    EmbeddedDatabase database(List<DatabaseRole> roles) {
        return EmbeddedDatabase.start(
                new DatabaseSettings(
                        folder.of("postgres"),
                        folder.of("postgres-binaries"),
                        addresses.of(Addresses.POSTGRES),
                        roles));
    }

    /** Returns when the broker accepts connections. */
    void awaitBroker(Progress progress) {
        try {
            new Waiting(BROKER_DEADLINE, progress::say).until(broker, Readiness.line("ready"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        }
    }
}
