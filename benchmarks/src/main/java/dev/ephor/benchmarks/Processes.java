package dev.ephor.benchmarks;

import dev.ephor.quickstart.kafka.EmbeddedBroker;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.ProcessUsage;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker and a service as processes of their own, as an operator would start them. */
public final class Processes {
    private static final String BROKER = "kafka";
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Children children;
    private final Path folder;
    private final PrintStream out;

    /**
     * @param folder for data and logs
     */
    public Processes(Children children, Path folder, PrintStream out) {
        this.children = children;
        this.folder = folder;
        this.out = out;
    }

    /** Returns when it accepts clients on this port of loopback. */
    public void startBroker(int port) {
        var options = List.of("-XX:+UseSerialGC", "-Xmx512m");
        var arguments = List.of(folder.resolve(BROKER).toString(), String.valueOf(port));
        var program = JavaProgram.ofThisClasspath(EmbeddedBroker.class, options, arguments);
        await(children.start(spec(BROKER, program, Map.of())), Readiness.line("ready"));
    }

    /**
     * Returns when it is ready.
     *
     * @param name the service's module, such as {@code membership-service}
     * @param heap such as {@code 512m}
     * @param http where its API is to answer on loopback
     */
    public void startService(String name, String heap, int http, Map<String, String> environment) {
        Path built = Path.of(name, "target", "quarkus-app");
        if (!Files.isRegularFile(built.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(name + " is not built: run ./ephor build");
        }
        var options =
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow");
        ChildSpec spec = spec(name, JavaProgram.quarkus(built, options), environment);
        await(children.start(spec), ready(http));
    }

    /** Starts a service again that was killed; returns how long it took to be ready. */
    public Duration restart(String name, int http) {
        long before = System.nanoTime();
        await(children.restart(name), ready(http));
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** The same with another environment. */
    public void restart(String name, int http, Map<String, String> environment) {
        Child fresh = children.restart(name, old -> old.withEnvironment(environment));
        await(fresh, ready(http));
    }

    /** Ends a service as kill -9 does. */
    public void kill(String name) {
        children.child(name).kill();
    }

    /** Of a service and the broker. */
    public Duration cpu(String name) {
        return usage(name).cpu().plus(usage(BROKER).cpu());
    }

    public ProcessUsage usage(String name) {
        return ProcessUsage.of(children.child(name).pid()).orElseThrow();
    }

    private static Readiness ready(int http) {
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
