package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.kafka.EmbeddedBroker;
import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The broker as something that can be killed and started again on its data. */
public final class BrokerProcess {
    private static final String NAME = "kafka";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms64m",
                    "-Xmx256m",
                    "-XX:ReservedCodeCacheSize=64m");

    private final Children children;
    private final Path data;
    private final Consumer<String> progress;

    private BrokerProcess(Children children, Path data, Consumer<String> progress) {
        this.children = children;
        this.data = data;
        this.progress = progress;
    }

    /** Starts it; it is not ready yet. */
    static BrokerProcess first(
            Children children, RunFolder folder, int port, Consumer<String> progress) {
        Path data = folder.of(NAME);
        List<String> arguments = List.of(data.toString(), String.valueOf(port));
        children.start(
                new ChildSpec(
                        NAME,
                        JavaProgram.ofThisClasspath(EmbeddedBroker.class, SMALL, arguments)
                                .command(),
                        Map.of(),
                        folder.log(NAME)));
        return new BrokerProcess(children, data, progress);
    }

    public Child child() {
        return children.child(NAME);
    }

    /** Where it keeps everything on disk. */
    public Path data() {
        return data;
    }

    /** As kill -9 ends it. */
    public void kill() {
        child().kill();
    }

    /** Starts it again; returns when it accepts clients. */
    public void start() {
        children.restart(NAME);
        awaitReady();
    }

    void awaitReady() {
        try {
            new Waiting(DEADLINE, progress).until(child(), Readiness.line("ready"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        }
    }
}
