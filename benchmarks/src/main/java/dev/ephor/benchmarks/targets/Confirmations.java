package dev.ephor.benchmarks.targets;

import dev.ephor.quickstart.bench.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** When each change of a run was said, and when everybody had confirmed it. Thread-safe. */
final class Confirmations {
    private static final String RETRIED = "dev.ephor.provisioning.retried.v1";

    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, Long> said = new ConcurrentHashMap<>();
    private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
    private final AtomicInteger retried = new AtomicInteger();
    private final CountDownLatch left;

    Confirmations(List<Change> all) {
        all.forEach(change -> changes.put(change.story(), change));
        left = new CountDownLatch(all.size());
    }

    void said(Change change) {
        said.put(change.story(), System.nanoTime());
    }

    void heard(String type, String story) {
        Change change = changes.get(story);
        if (change == null) {
            return;
        }
        if (type.equals(RETRIED)) {
            retried.incrementAndGet();
        }
        if (type.equals(change.confirmation())
                && confirmed.putIfAbsent(story, System.nanoTime()) == null) {
            left.countDown();
        }
    }

    boolean awaitAll(Duration atMost) throws InterruptedException {
        return left.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    int missing() {
        return (int) left.getCount();
    }

    int retried() {
        return retried.get();
    }

    /** From the event to its confirmation. */
    Distribution millis() {
        return new Distribution(
                confirmed.entrySet().stream()
                        .map(
                                e ->
                                        (e.getValue() - said.getOrDefault(e.getKey(), e.getValue()))
                                                / 1e6)
                        .toList());
    }

    /** From the last event to the last confirmation. */
    Duration afterTheLast() {
        long last = said.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long end = confirmed.values().stream().mapToLong(Long::longValue).max().orElse(last);
        return Duration.ofNanos(end - last);
    }
}
