package dev.ephor.quickstart.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What one run of the platform writes: data, state, configuration, logs. Nothing of it is left when
 * it ends well.
 */
record RunFolder(Path path) implements AutoCloseable {

    static RunFolder make() {
        try {
            // Below the system's own: whoever runs this may write there, wherever the project lies.
            return new RunFolder(Files.createTempDirectory("ephor-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(String name) {
        return path.resolve(name);
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
