package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Counts requests by what came of them: {@code ephor.requests}, with the error's code or created.
 */
@ApplicationScoped
class Outcomes {
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
}
