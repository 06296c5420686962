package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.TargetState;
import dev.ephor.provisioning.application.Verdict;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** How deliveries go, by target and change. */
@ApplicationScoped
class DeliveryMetrics {
    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A call with all its memberships is over, and was read back. */
    void told(TargetId target, Change change, List<Attempt> attempts) {
        Tags tags = tags(target).and("change", change.wire());
        if (attempts.stream().anyMatch(a -> a.verdict().kind() != Verdict.Kind.HELD)) {
            DistributionSummary.builder("ephor.provisioning.memberships.per.call")
                    .tags(tags)
                    .register(registry)
                    .record(attempts.size());
        }
        for (Attempt attempt : attempts) {
            Verdict.Kind kind = attempt.verdict().kind();
            Timer.builder("ephor.provisioning.delivery")
                    .description("Telling a target of one membership and reading it back")
                    .tags(tags.and("outcome", kind.wire()))
                    .register(registry)
                    .record(attempt.took());
            if (kind == Verdict.Kind.CONFIRMED) {
                Timer.builder("ephor.provisioning.confirmed.after")
                        .description("From when a target should have been told to its confirmation")
                        .tags(tags)
                        .register(registry)
                        .record(sinceWanted(attempt));
            }
        }
    }

    /** What waits for a target, read when somebody looks. */
    void watch(TargetId target, Supplier<Number> pending, Supplier<Number> stuck) {
        Gauge.builder("ephor.provisioning.pending", pending).tags(tags(target)).register(registry);
        Gauge.builder("ephor.provisioning.stuck", stuck).tags(tags(target)).register(registry);
    }

    /** Whether a target answers: 0 it does, 1 it does not, 2 it is quarantined. */
    void watch(TargetId target, Supplier<TargetState.Health> health) {
        Gauge.builder("ephor.provisioning.not.answering", () -> health.get().condition().ordinal())
                .description("0: the target answers, 1: it does not, 2: it is quarantined")
                .tags(tags(target))
                .register(registry);
    }

    /** The clocks of two machines are compared, so it may come out below zero. */
    private static Duration sinceWanted(Attempt attempt) {
        var time = Duration.between(attempt.delivery().since(), attempt.at().plus(attempt.took()));
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Tags tags(TargetId target) {
        return Tags.of("tenant", target.tenant(), "target", target.target());
    }
}
