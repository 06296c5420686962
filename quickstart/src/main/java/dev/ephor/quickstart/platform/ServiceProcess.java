package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One of the five as a process that can be stopped, killed and started again. */
public final class ServiceProcess {
    /** request-service applies its configuration first, which may be large. */
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(15);

    private final Children children;
    private final String name;
    private final String url;
    private final Consumer<String> progress;

    ServiceProcess(
            Children children,
            ServiceName service,
            Addresses addresses,
            Consumer<String> progress) {
        this.children = children;
        this.name = service.text();
        this.url = addresses.url(service);
        this.progress = progress;
    }

    public String name() {
        return name;
    }

    public String url() {
        return url;
    }

    public Child child() {
        return children.child(name);
    }

    /** As an operator stops it. */
    public void stop() {
        child().stop(STOP);
    }

    /** As kill -9 ends it. */
    public void kill() {
        child().kill();
    }

    /** Starts it again; returns when it is ready. */
    public void start() {
        begin(UnaryOperator.identity());
        awaitReady();
    }

    /**
     * Starts it again and does not wait.
     *
     * @param change what differs from now on, such as an option of the JVM
     */
    public void begin(UnaryOperator<ChildSpec> change) {
        children.restart(name, change);
    }

    /** Returns when the process answers, ready or not. */
    public void awaitAlive() {
        await("/q/health/live");
    }

    public void awaitReady() {
        await("/q/health/ready");
    }

    private void await(String path) {
        try {
            new Waiting(DEADLINE, progress).until(child(), Readiness.http(url + path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }
}
