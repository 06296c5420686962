package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.platform.Usage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** What the processes cost: memory now, CPU between two looks. */
final class UsageTable {
    private static final double MEGA = 1_000_000;

    private final PrintStream out;

    UsageTable(PrintStream out) {
        this.out = out;
    }

    void print(List<Usage> before, List<Usage> after) {
        out.printf("%n  %-24s %14s %14s%n", "process", "resident MB", "CPU s");
        for (Usage now : after) {
            Duration spent =
                    before.stream()
                            .filter(now::isOf)
                            .map(now::cpuSince)
                            .findFirst()
                            .orElse(now.cpu());
            out.printf(
                    "  %-24s %14.0f %14.1f%n",
                    now.name(), now.residentBytes() / MEGA, spent.toMillis() / 1000.0);
        }
        double services =
                after.stream().filter(Usage::counts).mapToLong(Usage::residentBytes).sum() / MEGA;
        out.printf("  %-24s %14.0f   (services, broker, PostgreSQL)%n", "in all", services);
    }
}
