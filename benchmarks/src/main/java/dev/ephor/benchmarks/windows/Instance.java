package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Folder;
import dev.ephor.benchmarks.Line;
import dev.ephor.benchmarks.Processes;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One membership-service as a process, with a broker of its own. */
final class Instance {
    static final String HEAP = "512m";

    private static final String SERVICE = "membership-service";

    private final Processes processes;
    private final Path folder;
    private final EntraEmulator entra;
    private final int kafka;
    private final int http;

    Instance(Children children, Path folder, EntraEmulator entra, PrintStream out) {
        this.processes = new Processes(children, folder, out);
        this.folder = folder;
        this.entra = entra;
        List<Integer> free = FreePorts.allocate(2);
        this.kafka = free.getFirst();
        this.http = free.getLast();
    }

    String brokers() {
        return "127.0.0.1:" + kafka;
    }

    void startBroker() {
        processes.startBroker(kafka);
    }

    void startService() {
        processes.startService(SERVICE, HEAP, http, environment());
    }

    private Map<String, String> environment() {
        return Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(http),
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers(),
                "EPHOR_KAFKA_PARTITIONS",
                String.valueOf(Line.PARTITIONS),
                "KAFKA_STREAMS_STATE_DIR",
                state().toString(),
                Catalogue.SECRET,
                entra.registration().clientSecret());
    }

    /** Ends it as kill -9 does. */
    void kill() {
        processes.kill(SERVICE);
    }

    void loseState() {
        Folder.delete(state());
    }

    /** Starts it again; returns how long it took to be ready. */
    Duration restart() {
        return processes.restart(SERVICE, http);
    }

    /** Of service and broker. */
    Duration cpu() {
        return processes.cpu(SERVICE);
    }

    long residentBytes() {
        return processes.usage(SERVICE).residentBytes();
    }

    private Path state() {
        return folder.resolve("windows");
    }
}
