package dev.ephor.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A running child process. Its standard input stays open and empty: its end tells the child that we
 * are gone.
 */
public final class Child {
    private final ChildSpec spec;
    private final Process process;
    private final long logStart;

    private Child(ChildSpec spec, Process process, long logStart) {
        this.spec = spec;
        this.process = process;
        this.logStart = logStart;
    }

    static Child start(ChildSpec spec) {
        try {
            Path log = spec.log().toAbsolutePath();
            Files.createDirectories(log.getParent());
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder =
                    new ProcessBuilder(spec.command())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(spec.environment());
            return new Child(spec, builder.start(), logStart);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return spec.name();
    }

    public ChildSpec spec() {
        return spec;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit status; 128 + n for one that signal n ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** What this process has written so far, without what an earlier one left in the same log. */
    ChildLog log() {
        return new ChildLog(spec.log(), logStart);
    }

    /** Asks the process to end (SIGTERM) and, where it has not by the deadline, ends it. */
    public void stop(Duration deadline) {
        process.destroy();
        if (!ended(deadline)) {
            kill();
        }
    }

    /** Ends the process at once, as kill -9 does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits this long, or until the process ends; returns whether it has. */
    boolean endsWithin(Duration wait) throws InterruptedException {
        return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean ended(Duration deadline) {
        try {
            return endsWithin(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
