package dev.ephor.audit.kafka;

import dev.ephor.audit.application.SealingRecords.Outcome;
import dev.ephor.audit.sealing.Leaf;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Counts what was sealed, and how long after it was written; only what was committed counts. */
@ApplicationScoped
class SealingMetrics {
    private static final Logger LOG = Logger.getLogger(SealingMetrics.class);

    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Counter sealed;
    private final Counter resent;
    private final Counter contradicting;
    private final Timer lag;

    SealingMetrics(
            TransactionSynchronizationRegistry transaction, Clock clock, MeterRegistry metrics) {
        this.transaction = transaction;
        this.clock = clock;
        this.sealed = metrics.counter("ephor.audit.sealed");
        this.resent = metrics.counter("ephor.audit.resent");
        this.contradicting = metrics.counter("ephor.audit.contradicting");
        this.lag =
                Timer.builder("ephor.audit.lag")
                        .description("From the record's time to its commit in the log")
                        .publishPercentiles(0.5, 0.99)
                        .register(metrics);
    }

    void afterCommit(Outcome outcome) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // Nothing is known yet.
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            record(outcome);
                        }
                    }
                });
    }

    private void record(Outcome outcome) {
        sealed.increment(outcome.sealed().size());
        resent.increment(outcome.resent().size());
        contradicting.increment(outcome.contradicting().size());
        long now = clock.millis();
        for (Leaf leaf : outcome.sealed()) {
            if (leaf.timestamp() >= 0) {
                lag.record(Duration.ofMillis(Math.max(0, now - leaf.timestamp())));
            }
        }
        for (Leaf leaf : outcome.contradicting()) {
            LOG.warnf(
                    "%s, partition %d, offset %d has the source and id of an earlier event and says"
                            + " something else; the log keeps the first",
                    leaf.topic(), leaf.partition(), leaf.offset());
        }
    }
}
