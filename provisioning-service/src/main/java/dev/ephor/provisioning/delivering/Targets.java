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
    private final Quarantines quarantines;
    private final Clock clock;
    private final Map<TargetId, Target> targets = new ConcurrentHashMap<>();
    private volatile Consumer<TargetId> answering = _ -> {};

    Targets(
            Limits limits,
            Backoff backoff,
            BreakerTerms terms,
            Quarantines quarantines,
            Clock clock) {
        this.limits = limits;
        this.backoff = backoff;
        this.terms = terms;
        this.quarantines = quarantines;
        this.clock = clock;
    }

    Target at(TargetId id) {
        return targets.computeIfAbsent(id, this::target);
    }

    /** Has somebody told of every target that answers again. */
    void onAnswering(Consumer<TargetId> listener) {
        answering = listener;
    }

    /**
     * A call to a target is over.
     *
     * @param again whether it answers and did not before
     */
    void called(TargetId id, boolean again) {
        if (again) {
            answering.accept(id);
        }
        quarantines.look(id, health(id));
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
