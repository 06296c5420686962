package dev.ephor.provisioning.delivering;

import dev.ephor.provisioning.application.TargetState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Every target that was ever told something, and who wants to know when one answers again. */
@ApplicationScoped
class Targets {
    private final Limits limits;
    private final Backoff backoff;
    private final BreakerTerms terms;
    private final Clock clock;
    private final Map<TargetId, Target> targets = new ConcurrentHashMap<>();
    private volatile Consumer<TargetId> answering = _ -> {};

    Targets(Limits limits, Backoff backoff, BreakerTerms terms, Clock clock) {
        this.limits = limits;
        this.backoff = backoff;
        this.terms = terms;
        this.clock = clock;
    }

    Target at(TargetId id) {
        return targets.computeIfAbsent(id, this::target);
    }

    /** Has somebody told of every target that answers again. */
    void onAnswering(Consumer<TargetId> listener) {
        answering = listener;
    }

    void answersAgain(TargetId id) {
        answering.accept(id);
    }

    TargetState.Health health(TargetId id) {
        return at(id).traffic().health(clock.instant());
    }

    private Target target(TargetId id) {
        return new Target(
                new Gate(limits.callsPerTarget()),
                new Traffic(id, new Breaker(terms, backoff), backoff.askedAtMost()));
    }
}
