package dev.ephor.benchmarks.windows;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints as it goes, and remembers for the comparison in the end. */
final class Report {
    private final PrintStream out;
    private final List<Result> bursts = new ArrayList<>();
    private final List<Result> steadies = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void idle(String name, int level, Duration perSecond) {
        out.printf(
                "  %-36s idle, %,d pending: %.1f ms of CPU a second%n",
                name, level, perSecond.toNanos() / 1e6);
    }

    void burst(int repeat, Result result) {
        bursts.add(result);
        out.printf("  burst %d, ", repeat);
        print(out, result);
    }

    void steady(Result result) {
        steadies.add(result);
        out.printf("  steady, ");
        print(out, result);
    }

    void durability(String name, String durability) {
        out.printf("  %-36s taken means: %s%n", name, durability);
    }

    static void print(PrintStream out, Result r) {
        out.printf(
                Locale.ROOT,
                "%-36s n %,6d  set %,6.0f/s  late ms p50 %8.1f p99 %8.1f worst %8.1f  drain %,7.0f/s  CPU %.3f ms each%s%n",
                r.timers(),
                r.count(),
                r.setPerSecond(),
                r.lateness().percentile(0.5),
                r.lateness().percentile(0.99),
                r.lateness().worst(),
                r.drainPerSecond(),
                r.cpuMillis(),
                r.whole()
                        ? ""
                        : "  LOST %d DOUBLED %d EARLY %d"
                                .formatted(r.lost(), r.doubled(), r.early()));
    }

    /** The others' medians beside one's own: how many times better, or worse where below 1. */
    void ratios(String own, int level) {
        out.printf("%n  medians of the others / %s, %,d pending%n", own, level);
        bursts.stream()
                .filter(r -> r.pending() == level && !r.timers().equals(own))
                .map(Result::timers)
                .distinct()
                .forEach(name -> ratio(own, name, level));
    }

    private void ratio(String own, String other, int level) {
        out.printf(
                Locale.ROOT,
                "  %-36s burst p99 %.2f   burst drain (own / theirs) %.2f   CPU each %.2f   steady p99 %.2f%n",
                other,
                median(bursts, other, level, r -> r.lateness().percentile(0.99))
                        / median(bursts, own, level, r -> r.lateness().percentile(0.99)),
                median(bursts, own, level, Result::drainPerSecond)
                        / median(bursts, other, level, Result::drainPerSecond),
                median(bursts, other, level, Result::cpuMillis)
                        / median(bursts, own, level, Result::cpuMillis),
                median(steadies, other, level, r -> r.lateness().percentile(0.99))
                        / median(steadies, own, level, r -> r.lateness().percentile(0.99)));
    }

    /** What each end costs with more and more windows live. */
    void growth(String own) {
        out.printf("%n  growth of %s%n", own);
        bursts.stream()
                .filter(r -> r.timers().equals(own))
                .mapToInt(Result::pending)
                .distinct()
                .forEach(
                        level ->
                                out.printf(
                                        Locale.ROOT,
                                        "  %,10d pending: CPU %.3f ms each, drain %,.0f/s, p99 %.1f ms%n",
                                        level,
                                        median(bursts, own, level, Result::cpuMillis),
                                        median(bursts, own, level, Result::drainPerSecond),
                                        median(
                                                bursts,
                                                own,
                                                level,
                                                r -> r.lateness().percentile(0.99))));
    }

    boolean whole(String own) {
        return bursts.stream().filter(r -> r.timers().equals(own)).allMatch(Result::whole)
                && steadies.stream().filter(r -> r.timers().equals(own)).allMatch(Result::whole);
    }

    private static double median(
            List<Result> all, String name, int level, ToDoubleFunction<Result> of) {
        double[] sorted =
                all.stream()
                        .filter(r -> r.timers().equals(name) && r.pending() == level)
                        .mapToDouble(of)
                        .sorted()
                        .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
