package dev.ephor.connector.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of Debian's in a temporary folder; ending it removes the folder. */
final class Started implements AutoCloseable {

    private final Path folder;
    private final Process process;

    private Started(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Skips the tests, with one line that says why: reports leave out what never began. */
    static void orSkip(boolean possible, String why) {
        if (!possible) {
            System.out.println("Skipped: " + why);
        }
        Assumptions.assumeTrue(possible, why);
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory("ephor-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program that stays in the foreground; what it says is in {@code out}. */
    static Started in(Path folder, String... command) {
        return new Started(folder, process(folder, command));
    }

    /** Runs a program to its end. */
    static void run(Path folder, String... command) {
        try {
            Process process = process(folder, command);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        List.of(command) + " failed: " + Files.readString(folder.resolve("out")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process process(Path folder, String... command) {
        try {
            return new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalStateException when the program has ended; with what it said
     */
    void checkAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("out")));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
