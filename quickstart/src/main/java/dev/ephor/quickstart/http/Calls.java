package dev.ephor.quickstart.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests came in, by HTTP method, whatever became of them. */
public final class Calls {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String method) {
        counts.computeIfAbsent(method, _ -> new LongAdder()).increment();
    }

    public long of(String method) {
        LongAdder count = counts.get(method);
        return count == null ? 0 : count.sum();
    }

    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public Map<String, Long> byMethod() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((method, count) -> sums.put(method, count.sum()));
        return sums;
    }
}
