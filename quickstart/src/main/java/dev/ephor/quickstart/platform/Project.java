package dev.ephor.quickstart.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project is, and what was built in it. */
final class Project {
    private Project() {}

    /** The nearest folder upwards that holds the {@code ephor} script. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("ephor")))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no Ephor project at or above " + here));
    }

    /** The folder into which Quarkus packaged a service. */
    static Path application(ServiceName service) {
        Path folder = root().resolve(service.text()).resolve("target").resolve("quarkus-app");
        if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
            throw new IllegalStateException(service.text() + " is not built: run ./ephor build");
        }
        return folder;
    }
}
