package dev.ephor.quickstart.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that is filled once; a mark tells one that was filled from one whose filling was
 * killed.
 */
record MarkedDirectory(Path path) {
    private static final String MARK = "ephor-complete";

    /** Deletes what is there unless it is complete. */
    void dropHalfMade() throws IOException {
        if (!Files.exists(path) || Files.exists(path.resolve(MARK))) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            content.sorted(Comparator.reverseOrder()).forEach(MarkedDirectory::delete);
        }
    }

    void complete() throws IOException {
        Files.writeString(path.resolve(MARK), "made by Ephor\n");
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
