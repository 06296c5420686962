package dev.ephor.benchmarks;

import dev.ephor.benchmarks.audit.AuditBench;
import dev.ephor.benchmarks.audit.Kills;
import dev.ephor.benchmarks.targets.TargetsBench;
import dev.ephor.benchmarks.windows.Scale;
import dev.ephor.benchmarks.windows.WindowsBench;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./ephor bench windows}, {@code targets} and {@code audit} run. */
public final class Main {
    // Held here, since the JDK forgets loggers that nobody holds, and their levels with them.
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("com.github.kagkarlsson"),
                    Logger.getLogger("com.zaxxer.hikari"),
                    Logger.getLogger("org.apache.kafka"),
                    Logger.getLogger("org.quartz"));

    private static final String USAGE = "usage: ./ephor bench windows | targets | audit";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        List<String> words = List.of(args);
        String which = words.isEmpty() ? "" : words.getFirst();
        try {
            boolean good =
                    switch (which) {
                        case "windows" -> windows(words.subList(1, words.size()));
                        case "targets" -> targets(words.subList(1, words.size()));
                        case "audit" -> audit(words.subList(1, words.size()));
                        default -> throw new IllegalArgumentException(USAGE);
                    };
            System.exit(good ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("ephor: " + e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println("ephor: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean windows(List<String> words) throws InterruptedException {
        try (var bench = WindowsBench.start(Scale.of(words), System.out)) {
            return bench.run();
        }
    }

    private static boolean targets(List<String> words) throws InterruptedException {
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("usage: ./ephor bench targets");
        }
        try (var bench = TargetsBench.start(System.out)) {
            return bench.run();
        }
    }

    private static boolean audit(List<String> words) throws InterruptedException {
        if (words.size() == 2 && words.getFirst().equals("--kill")) {
            try (var kills = Kills.start(seconds(words.getLast()), System.out)) {
                return kills.run();
            }
        }
        try (var bench = AuditBench.start(words, System.out)) {
            return bench.run();
        }
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--kill needs a number of seconds", e);
        }
    }
}
