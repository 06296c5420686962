package dev.ephor.approval.config;

import dev.ephor.approval.application.ApprovalsSaid;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what came of requests, as {@code ephor.approvals} by {@code step}. */
@ApplicationScoped
class OutcomeMetrics {
    private final MeterRegistry metrics;

    OutcomeMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApprovalsSaid said) {
        for (ApprovalEvent event : said.events()) {
            metrics.counter("ephor.approvals", "step", step(event)).increment();
        }
    }

    private static String step(ApprovalEvent event) {
        return switch (event) {
            case ApprovalOpened _ -> "opened";
            case ActivationApproved approved when approved.decisions().isEmpty() -> "automatic";
            case ActivationApproved _ -> "approved";
            case ActivationDenied _ -> "denied";
            case ApprovalLapsed _ -> "lapsed";
            case ApprovalGiven _ -> "given";
            case ApprovalReminded _ -> "reminded";
            case ApprovalEscalated _ -> "escalated";
        };
    }
}
