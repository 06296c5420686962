package dev.ephor.benchmarks.windows;

import dev.ephor.quickstart.bench.Distribution;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each of a run's timers fired, by the clock of this process. Thread-safe. */
final class Firings {
    private final List<Due> dues;
    private final AtomicLongArray micros;
    private final CountDownLatch left;
    private final AtomicInteger doubled = new AtomicInteger();

    /**
     * @param dues whose numbers are their places
     */
    Firings(List<Due> dues) {
        this.dues = List.copyOf(dues);
        this.micros = new AtomicLongArray(dues.size());
        this.left = new CountDownLatch(dues.size());
    }

    void fired(int number) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        if (micros.compareAndSet(number, 0, now)) {
            left.countDown();
        } else {
            doubled.incrementAndGet();
        }
    }

    /** Waits until all fired; returns whether they did. */
    boolean awaitAll(Duration atMost) throws InterruptedException {
        return left.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The first of them. */
    Instant due() {
        return dues.getFirst().at();
    }

    int count() {
        return dues.size() - lost();
    }

    int lost() {
        return (int) left.getCount();
    }

    int doubled() {
        return doubled.get();
    }

    int early() {
        return (int) latenesses().stream().filter(millis -> millis < 0).count();
    }

    /** In milliseconds after each was due. */
    Distribution lateness() {
        return new Distribution(latenesses());
    }

    /** From the first due time to the last firing. */
    double perSecond() {
        long first = micros(dues.getFirst().at());
        long last = 0;
        for (int i = 0; i < micros.length(); i++) {
            last = Math.max(last, micros.get(i));
        }
        return count() / Math.max(1e-6, (last - first) / 1e6);
    }

    private List<Double> latenesses() {
        var all = new ArrayList<Double>();
        for (Due due : dues) {
            long fired = micros.get(due.number());
            if (fired != 0) {
                all.add((fired - micros(due.at())) / 1e3);
            }
        }
        return all;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
