package dev.ephor.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingNothingTest {
    @TempDir private Path temporary;

    /** A JVM that starts what the tests run on, and says where it is. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] args) throws Exception {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            TestDatabase.fresh();
            EmbeddedKafka.start();
            try (var inside = Files.list(temporary)) {
                inside.forEach(folder -> System.out.println("made " + folder.getFileName()));
            }
            System.exit(0);
        }
    }

    @Test
    void no_server_and_no_folder_outlives_the_jvm() throws Exception {
        // Given
        Path output = temporary.resolve("output");
        Path home = Files.createDirectory(temporary.resolve("tmp"));
        // PostgreSQL refuses to run as root and then has to be let in here as somebody else.
        temporary.toFile().setExecutable(true, false);
        home.toFile().setExecutable(true, false);

        // When
        Process jvm =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Djava.io.tmpdir=" + home,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Starter.class.getName()))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = jvm.waitFor(5, TimeUnit.MINUTES);

        // Then
        assertThat(ended).isTrue();
        assertThat(Files.readString(output)).contains("made ephor-test-kafka", "made epg");
        try (var left = Files.list(home)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("epg") || name.startsWith("ephor-test"));
        }
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(p -> p.info().commandLine().orElse("").contains(home.toString()));
    }
}
