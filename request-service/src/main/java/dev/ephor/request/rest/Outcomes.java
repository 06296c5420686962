package dev.ephor.request.rest;

import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.kit.rest.ApiError;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Counts requests by what came of them: {@code ephor.requests}, with the error's code or created.
 */
@ApplicationScoped
class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final MeterRegistry metrics;

    Outcomes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    <T> T counted(Supplier<T> request) {
        String outcome = "failed";
        try {
            T result = request.get();
            outcome = "created";
            return result;
        } catch (ApiError e) {
            outcome = e.code();
            throw e;
        } finally {
            metrics.counter("ephor.requests", "outcome", outcome).increment();
        }
    }

    /** A rule that breaks refuses everybody whom it is asked about: somebody has to repair it. */
    void alarm(ActivationRefused refused) {
        alarm(refused.broken(), refused.key(), refused.activationId());
    }

    void alarm(EligibilityRefused refused) {
        alarm(refused.broken(), refused.key(), refused.requestId());
    }

    private void alarm(List<Violation> rules, MembershipKey key, String request) {
        for (Violation broken : rules) {
            LOG.errorf("%s (%s, request %s)", broken.reason(), key, request);
            metrics.counter("ephor.rules.broken", "rule", broken.rule()).increment();
        }
    }
}
