package dev.ephor.kit.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What callers have left of their calls in a minute. Remembers the callers of late, and no more
 * than so many: who was forgotten begins anew, which costs less than memory without a bound.
 */
final class Allowances {
    static final int MOST_CALLERS = 10_000;

    private final long perMinute;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_CALLERS;
                }
            };

    Allowances(long perMinute, TimeMeter clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * What is left after a call.
     *
     * @param isEnough whether the call may go on
     * @param left calls that may follow at once
     * @param delay until one more call may come; zero when one may come now
     */
    record Rest(boolean isEnough, long left, Duration delay) {}

    Rest take(String caller) {
        var probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return new Rest(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int callers() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, _ -> full());
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(
                        limit ->
                                limit.capacity(perMinute)
                                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
