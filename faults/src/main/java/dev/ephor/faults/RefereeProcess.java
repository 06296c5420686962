package dev.ephor.faults;

import dev.ephor.faults.referee.Referee;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The referee in a process of its own, on a class path without anything of Ephor's.
 *
 * @param slack how many times as long as by the goals everything may take
 */
record RefereeProcess(Platform platform, Path folder, int slack) {
    /** Kafka's client with what it needs, and JSON. */
    private static final List<String> LIBRARIES =
            List.of("kafka-clients", "jackson-", "slf4j-api", "lz4", "zstd", "snappy");

    /**
     * What it said.
     *
     * @param passed whether it found nothing wrong
     * @param verdict its last line
     */
    record Judged(boolean passed, String verdict) {

        /** Whether it found one of these invariants broken. */
        boolean broke(List<String> invariants) {
            return !passed && Arrays.stream(verdict.split("[:,] *")).anyMatch(invariants::contains);
        }
    }

    Judged judge(PrintStream out) throws InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        // Kafka's client logs, and here nobody reads it.
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dreferee.slack=" + slack,
                        "-cp",
                        classpath(),
                        Referee.class.getName(),
                        folder.toString(),
                        "http://127.0.0.1:" + platform.entra().port(),
                        "http://127.0.0.1:" + platform.app1().port(),
                        "127.0.0.1:" + platform.addresses().of(Addresses.KAFKA));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> said;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                said = lines.lines().toList();
            }
            said.forEach(out::println);
            int status = process.waitFor();
            if (status > 1 || said.isEmpty()) {
                throw new IllegalStateException("the referee could not judge");
            }
            return new Judged(status == 0, said.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classpath() {
        String own =
                Path.of(Referee.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                        .toString();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        entry ->
                                entry.equals(own)
                                        || LIBRARIES.stream()
                                                .anyMatch(
                                                        Path.of(entry).getFileName().toString()
                                                                ::startsWith))
                .collect(Collectors.joining(File.pathSeparator, own + File.pathSeparator, ""));
    }
}
