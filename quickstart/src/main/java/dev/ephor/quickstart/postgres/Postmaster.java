package dev.ephor.quickstart.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that a data directory belongs to, as its `postmaster.pid` names it. */
record Postmaster(Path dataDir) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nothing where none runs; the file outlives a server that was killed. */
    Optional<ProcessHandle> running() {
        Path file = dataDir.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(Postmaster::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().filter(c -> c.contains("postgres")).isPresent();
    }

    /**
     * Ends the server at once, with its clients' connections; on the next start nothing needs
     * recovery.
     */
    void stop() {
        running().ifPresent(Postmaster::stop);
    }

    private static void stop(ProcessHandle server) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the clients to go.
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start().waitFor();
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | TimeoutException | ExecutionException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}
