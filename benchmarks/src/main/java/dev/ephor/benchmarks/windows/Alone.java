package dev.ephor.benchmarks.windows;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What only Ephor is asked for, with all its windows live. */
final class Alone {
    private static final int STEADY_RATE = 1_000;
    private static final int STEADY_SECONDS = 30;
    private static final int BURST = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration DARKNESS = Duration.ofSeconds(20);

    /** How many windows it opens in all. */
    static final int WINDOWS = STEADY_RATE * STEADY_SECONDS + BURST + 2;

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
        Result steady = Run.steady(ephor, live, STEADY_RATE, STEADY_SECONDS);
        out.printf("  %,d ends a second for %d s:%n", STEADY_RATE, STEADY_SECONDS);
        Report.print(out, steady);
        boolean burst = burst(live);
        boolean kept = restart("state kept", () -> {});
        boolean lost = restart("state lost", instance::loseState);
        return steady.whole() && burst && kept && lost;
    }

    private boolean burst(int live) throws InterruptedException {
        long removedBefore = ephor.removed();
        Result burst = Run.burst(ephor, live, BURST);
        out.printf("  %,d ends at one instant:%n", BURST);
        Report.print(out, burst);
        Instant due = burst.due();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (ephor.removed() < removedBefore + BURST && Instant.now().isBefore(deadline)) {
            Pause.until(Instant.now().plusMillis(100));
        }
        out.printf(
                "    until the last event %.1f s; until the last of %,d removals was made and read back at the directory %.1f s%n",
                burst.lateness().worst() / 1e3,
                ephor.removed() - removedBefore,
                Duration.between(due, ephor.lastRemoved()).toMillis() / 1e3);
        return burst.whole() && ephor.removed() >= removedBefore + BURST;
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
