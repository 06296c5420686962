package dev.ephor.quickstart.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The faults that are switched on; the first rule that matches a request and is not used up befalls
 * it.
 */
public final class Faults {
    private record Armed(FaultRule rule, AtomicInteger left) {
        boolean take() {
            return rule.times() == 0 || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }

        boolean spent() {
            return rule.times() > 0 && left.get() == 0;
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

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

    Optional<Fault> next(Request request) {
        for (Armed candidate : armed) {
            if (candidate.rule().matches(request) && candidate.take()) {
                return Optional.of(candidate.rule().fault());
            }
        }
        return Optional.empty();
    }
}
