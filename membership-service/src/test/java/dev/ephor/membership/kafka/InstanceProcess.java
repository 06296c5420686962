package dev.ephor.membership.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One of several instances of the topology, in a process that can be killed and suspended. */
final class InstanceProcess implements AutoCloseable {
    private static final Duration SESSION = Duration.ofMillis(4_500);

    private final Process process;

    private InstanceProcess(Process process) {
        this.process = process;
    }

    static InstanceProcess start(String brokers, Path directory, int number) throws IOException {
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InstanceProcess.class.getName(),
                        brokers,
                        directory.resolve("state-" + number).toString(),
                        String.valueOf(number));
        return new InstanceProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("instance-" + number + ".log").toFile())
                        .start());
    }

    /** What the process runs. */
    static void main(String[] args) throws InterruptedException {
        var pulse = new Pulse(SESSION);
        try (var heart = Executors.newSingleThreadScheduledExecutor()) {
            heart.scheduleWithFixedDelay(pulse::beat, 0, 500, TimeUnit.MILLISECONDS);
            int number = Integer.parseInt(args[2]);
            try (var _ =
                    new StreamsApp(
                            args[0],
                            Path.of(args[1]),
                            Clock.systemUTC(),
                            pulse,
                            StreamsApp.Member.of(number))) {
                Thread.currentThread().join();
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void suspend() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A suspended process dies of a kill as well. */
    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
