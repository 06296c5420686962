package dev.ephor.benchmarks.windows;

import dev.ephor.quickstart.bench.Distribution;
import java.time.Duration;
import java.time.Instant;

/**
 * What came of one run.
 *
 * @param due the first of them
 * @param setPerSecond how fast the timers were taken
 * @param cpuMillis spent from the first due time on, per timer fired
 */
record Result(
        String timers,
        int pending,
        int count,
        Instant due,
        double setPerSecond,
        Distribution lateness,
        double drainPerSecond,
        double cpuMillis,
        int lost,
        int doubled,
        int early) {

    static Result of(
            Timers timers, int pending, Firings firings, double setPerSecond, Duration cpu) {
        return new Result(
                timers.name(),
                pending,
                firings.count(),
                firings.due(),
                setPerSecond,
                firings.lateness(),
                firings.perSecond(),
                cpu.toNanos() / 1e6 / Math.max(1, firings.count()),
                firings.lost(),
                firings.doubled(),
                firings.early());
    }

    boolean whole() {
        return lost == 0 && doubled == 0 && early == 0;
    }
}
