package dev.ephor.benchmarks;

import dev.ephor.benchmarks.windows.Scale;
import dev.ephor.benchmarks.windows.WindowsBench;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./ephor bench windows} runs. */
public final class Main {
    // Held here, since the JDK forgets loggers that nobody holds, and their levels with them.
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("com.github.kagkarlsson"),
                    Logger.getLogger("com.zaxxer.hikari"),
                    Logger.getLogger("org.apache.kafka"),
                    Logger.getLogger("org.quartz"));

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        Scale scale;
        try {
            scale = Scale.of(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("ephor: " + e.getMessage());
            System.exit(2);
            return;
        }
        try (var bench = WindowsBench.start(scale, System.out)) {
            System.exit(bench.run() ? 0 : 1);
        } catch (IllegalStateException e) {
            System.err.println("ephor: " + e.getMessage());
            System.exit(1);
        }
    }
}
