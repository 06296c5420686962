package dev.ephor.benchmarks.windows;

import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.kafka.EmbeddedBroker;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.ProcessUsage;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One membership-service as a process, with a broker of its own. */
final class Instance {
    static final String HEAP = "512m";

    private static final String SERVICE = "membership-service";
    private static final String BROKER = "kafka";
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Children children;
    private final Path folder;
    private final EntraEmulator entra;
    private final PrintStream out;
    private final int kafka;
    private final int http;

    Instance(Children children, Path folder, EntraEmulator entra, PrintStream out) {
        this.children = children;
        this.folder = folder;
        this.entra = entra;
        this.out = out;
        List<Integer> free = FreePorts.allocate(2);
        this.kafka = free.getFirst();
        this.http = free.getLast();
    }

    String brokers() {
        return "127.0.0.1:" + kafka;
    }

    void startBroker() {
        var options = List.of("-XX:+UseSerialGC", "-Xmx512m");
        var arguments = List.of(folder.resolve("kafka").toString(), String.valueOf(kafka));
        var program = JavaProgram.ofThisClasspath(EmbeddedBroker.class, options, arguments);
        await(children.start(spec(BROKER, program, Map.of())), Readiness.line("ready"));
    }

    void startService() {
        Path built = Path.of(SERVICE, "target", "quarkus-app");
        if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(SERVICE + " is not built: run ./ephor build");
        }
        var options =
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx" + HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
        Child child =
                children.start(spec(SERVICE, JavaProgram.quarkus(built, options), environment()));
        await(child, ready());
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
        children.child(SERVICE).kill();
    }

    void loseState() {
        try (Stream<Path> files = Files.walk(state())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again; returns how long it took to be ready. */
    Duration restart() {
        long before = System.nanoTime();
        await(children.restart(SERVICE), ready());
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Of service and broker. */
    Duration cpu() {
        return usage(SERVICE).cpu().plus(usage(BROKER).cpu());
    }

    long residentBytes() {
        return usage(SERVICE).residentBytes();
    }

    private ProcessUsage usage(String name) {
        return ProcessUsage.of(children.child(name).pid()).orElseThrow();
    }

    private Path state() {
        return folder.resolve("windows");
    }

    private Readiness ready() {
        return Readiness.http("http://127.0.0.1:" + http + "/q/health/ready");
    }

    private ChildSpec spec(String name, JavaProgram program, Map<String, String> environment) {
        return new ChildSpec(
                name,
                program.command(),
                environment,
                folder.resolve("logs").resolve(name + ".log"));
    }

    private void await(Child child, Readiness readiness) {
        try {
            new Waiting(DEADLINE, line -> out.println("  " + line)).until(child, readiness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + child.name(), e);
        }
    }
}
