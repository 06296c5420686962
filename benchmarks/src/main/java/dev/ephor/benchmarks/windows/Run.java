package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Sets timers, lets them become due, and clocks them. */
final class Run {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Run() {}

    static Result burst(Timers timers, int pending, int count) throws InterruptedException {
        return of(timers, pending, count, at -> Due.burst(count, at));
    }

    static Result steady(Timers timers, int pending, int perSecond, int seconds)
            throws InterruptedException {
        int count = perSecond * seconds;
        return of(timers, pending, count, at -> Due.steady(perSecond, seconds, at));
    }

    /** CPU of a second in which nothing is due. */
    static Duration idleSecond(Timers timers, int seconds) throws InterruptedException {
        timers.begin();
        Duration before = timers.cpu();
        Pause.until(Instant.now().plusSeconds(seconds));
        Duration spent = timers.cpu().minus(before);
        timers.rest();
        return spent.dividedBy(seconds);
    }

    private static Result of(
            Timers timers, int pending, int count, Function<Instant, List<Due>> dues)
            throws InterruptedException {
        Instant began = Instant.now();
        Instant at = began.plus(timers.lead(count)).truncatedTo(ChronoUnit.MILLIS);
        List<Due> all = dues.apply(at);
        var firings = new Firings(all);
        timers.set(all, firings);
        Instant set = Instant.now();
        if (set.isAfter(at)) {
            throw new IllegalStateException(
                    "%s took %d timers only %s after they were due; the machine is too busy to measure"
                            .formatted(timers.name(), count, Duration.between(at, set)));
        }
        timers.begin();
        Pause.until(at.minusMillis(500));
        Duration before = timers.cpu();
        firings.awaitAll(PATIENCE.plus(Duration.between(at, all.getLast().at())));
        Duration cpu = timers.cpu().minus(before);
        timers.rest();
        double perSecond = count / (Duration.between(began, set).toNanos() / 1e9);
        return Result.of(timers, pending, firings, perSecond, cpu);
    }
}
