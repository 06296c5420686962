package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What only Ephor is asked for, with all its windows live. */
final class Alone {
    private static final int STEADY_RATE = 1_000;
    private static final int STEADY_SECONDS = 30;
    private static final int BURST = 4_000;
    private static final int GREAT_BURST = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration DARKNESS = Duration.ofSeconds(20);

    /** How many windows it opens in all. */
    static final int WINDOWS = STEADY_RATE * STEADY_SECONDS + BURST + GREAT_BURST + 2;

    private final Instance instance;
    private final EphorTimers ephor;
    private final PrintStream out;

    Alone(Instance instance, EphorTimers ephor, PrintStream out) {
        this.instance = instance;
        this.ephor = ephor;
        this.out = out;
    }

    /** True when nothing was lost, doubled or early. */
    boolean run(int live) throws InterruptedException {
        out.printf("%nEphor alone, %,d windows live, heap %s%n", live, Instance.HEAP);
        out.printf("  resident: %,.0f MB%n", instance.residentBytes() / 1e6);
        boolean steady =
                measured(
                        "%,d ends a second for %d s".formatted(STEADY_RATE, STEADY_SECONDS),
                        () -> Run.steady(ephor, live, STEADY_RATE, STEADY_SECONDS));
        boolean burst = burst(live, BURST);
        boolean great = burst(live, GREAT_BURST);
        boolean kept = restart("state kept", () -> {});
        boolean lost = restart("state lost", instance::loseState);
        return steady && burst && great && kept && lost;
    }

    private boolean burst(int live, int ends) throws InterruptedException {
        return measured(
                "%,d ends at one instant".formatted(ends), () -> Run.burst(ephor, live, ends));
    }

    /** Something that ends windows. */
    private interface Ends {
        Result run() throws InterruptedException;
    }

    private boolean measured(String what, Ends ends) throws InterruptedException {
        Duration before = instance.cpu();
        Result result = ends.run();
        out.printf("  %s:%n", what);
        Report.print(out, result);
        Firings removals = ephor.removals();
        out.printf(
                Locale.ROOT,
                "    gone from the directory and read back, ms after the end: %s; %,.0f a second; %d left%n",
                removals.lateness(),
                removals.perSecond(),
                removals.lost());
        double cpu = instance.cpu().minus(before).toNanos() / 1e6 / result.count();
        out.printf(Locale.ROOT, "    CPU of a window from opening to its end: %.2f ms%n", cpu);
        return result.whole() && removals.lost() == 0;
    }

    /** One window ends while nobody is there. */
    private boolean restart(String what, Runnable meanwhile) throws InterruptedException {
        Instant end = Instant.now().plus(DARKNESS);
        List<Due> one = Due.burst(1, end);
        var firings = new Firings(one);
        ephor.set(one, firings);
        instance.kill();
        meanwhile.run();
        Pause.until(end);
        Instant started = Instant.now();
        Duration ready = instance.restart();
        boolean fired = firings.awaitAll(PATIENCE);
        double late = firings.lateness().worst() - Duration.between(end, started).toMillis();
        out.printf(
                "  kill -9, %s: started -> ready %.1f s; started -> a window ended meanwhile is closed %.1f s%n",
                what, ready.toMillis() / 1e3, late / 1e3);
        return fired;
    }
}
