package dev.ephor.quickstart.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The faults that are switched on; the first rule that matches a request and is not used up befalls
 * it.
 */
public final class Faults implements AutoCloseable {
    private record Armed(FaultRule rule, AtomicInteger left) {
        boolean take() {
            return rule.times() == 0 || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }

        boolean spent() {
            return rule.times() > 0 && left.get() == 0;
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public void add(FaultRule rule) {
        armed.add(new Armed(rule, new AtomicInteger(rule.times())));
    }

    public void clear() {
        armed.clear();
    }

    /** The rules that still have requests to befall. */
    public List<FaultRule> active() {
        return armed.stream().filter(a -> !a.spent()).map(Armed::rule).toList();
    }

    /** Ends every slowness; who waited gets no reply. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** Waits this long, or until it is closed; returns whether it is. */
    boolean closedWithin(Duration wait) throws InterruptedException {
        return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<Fault> next(Request request) {
        for (Armed candidate : armed) {
            if (candidate.rule().matches(request) && candidate.take()) {
                return Optional.of(candidate.rule().fault());
            }
        }
        return Optional.empty();
    }
}
