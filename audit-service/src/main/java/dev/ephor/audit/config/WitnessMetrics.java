package dev.ephor.audit.config;

import dev.ephor.audit.application.CountWitnessOutcomes;
import dev.ephor.audit.application.Witness;
import dev.ephor.audit.application.WitnessOutcome;
import dev.ephor.audit.application.WitnessRounds;
import dev.ephor.audit.application.Witnesses;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** How the witnesses answer, and how far behind the log each of them is. */
@ApplicationScoped
class WitnessMetrics implements CountWitnessOutcomes {
    private final MeterRegistry metrics;

    WitnessMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event, Witnesses witnesses, WitnessRounds rounds) {
        for (Witness witness : witnesses.all()) {
            Gauge.builder("ephor.audit.witness.lag", () -> rounds.lag(witness))
                    .description("Entries of the newest checkpoint that it has not cosigned")
                    .tag("witness", witness.key().name())
                    .register(metrics);
        }
    }

    @Override
    public void count(String witness, WitnessOutcome.Kind outcome) {
        metrics.counter(
                        "ephor.audit.witness.answers",
                        "witness",
                        witness,
                        "answer",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
