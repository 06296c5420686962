package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file that is committed: compared in tests, rewritten with -Dephor.write=true. */
record CommittedFile(Path path) {

    void mustHold(String generated) {
        try {
            if (Boolean.getBoolean("ephor.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, generated);
            }
            assertThat(path).as("run the tests with -Dephor.write=true to write it").exists();
            assertThat(Files.readString(path))
                    .as(
                            "%s is not what the records say; if that is on purpose, rewrite it with"
                                    + " -Dephor.write=true",
                            path)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
