package dev.ephor.benchmarks.audit;

import dev.ephor.benchmarks.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code ./ephor bench audit}: how many events a second are sealed, and how late at a steady rate,
 * with a log of some sizes. For the first the service is dead while the events are sent, so that
 * who sends them takes nothing from who seals them.
 */
public final class AuditBench implements AutoCloseable {
    private static final int PER_SECOND = 500;
    private static final int AT_ONCE = 250_000;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final PrintStream out;
    private final AuditScale scale;
    private final AuditLog log;
    private final Records records;

    private AuditBench(AuditScale scale, PrintStream out) {
        this.out = out;
        this.scale = scale;
        this.log = new AuditLog(out);
        this.records = new Records(log.brokers());
    }

    /** Starts everything; what was started ends with {@link #close}, also on Ctrl-C. */
    public static AuditBench start(java.util.List<String> words, PrintStream out) {
        return new AuditBench(AuditScale.of(words), out);
    }

    /** Runs it; true when the log has every event once. */
    public boolean run() throws InterruptedException {
        log.start(true);
        log.kill();
        log.start(false);
        out.printf(
                "%n%12s %12s %14s %14s %12s %16s %12s%n",
                "size before",
                "sealed/s",
                "CPU us/event",
                "500/s p50 ms",
                "p99 ms",
                "followers behind",
                "whole");
        boolean whole = true;
        for (long size : scale.sizes()) {
            fill(size);
            whole &= measure(size);
        }
        return whole;
    }

    private void fill(long size) throws InterruptedException {
        for (long left = size - log.size(); left > 0; left = size - log.size()) {
            long count = Math.min(left, AT_ONCE);
            long target = log.size() + count;
            for (long i = 0; i < count; i++) {
                records.small();
            }
            records.flush();
            await(target);
        }
    }

    private boolean measure(long size) throws InterruptedException {
        log.kill();
        log.skip();
        long before = log.size();
        for (int i = 0; i < scale.events(); i++) {
            records.typical();
        }
        records.flush();
        log.start(false);
        long cpu = log.cpu().toNanos();
        double rate = rate(before + scale.events());
        double cpuMicros = (log.cpu().toNanos() - cpu) / 1_000.0 / scale.events();
        log.kill();
        log.skip();
        log.start(true);
        steady();
        long behind = log.behind();
        boolean whole = log.isWhole() && log.size() == before + scale.events() + steadyCount();
        out.printf(
                "%,12d %,12.0f %14.1f %14.1f %12.1f %,16d %12s%n",
                size, rate, cpuMicros, log.lagMillis("0.5"), log.lagMillis("0.99"), behind, whole);
        log.kill();
        log.start(false);
        return whole;
    }

    /** From the first look behind the warming up to the last event. */
    private double rate(long target) throws InterruptedException {
        long from = log.size();
        long began = System.nanoTime();
        await(target);
        return (target - from) * 1e9 / (System.nanoTime() - began);
    }

    private int steadyCount() {
        return PER_SECOND * scale.seconds();
    }

    private void steady() throws InterruptedException {
        long target = log.size() + steadyCount();
        Instant began = Instant.now();
        for (int i = 0; i < steadyCount(); i++) {
            Pause.until(began.plusNanos(i * 1_000_000_000L / PER_SECOND));
            records.typical();
        }
        await(target);
    }

    private void await(long target) throws InterruptedException {
        Instant end = Instant.now().plus(GIVE_UP);
        while (log.size() < target) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "the log has %d of %d events".formatted(log.size(), target));
            }
            Pause.until(Instant.now().plus(LOOK));
        }
    }

    @Override
    public void close() {
        records.close();
        log.close();
    }
}
