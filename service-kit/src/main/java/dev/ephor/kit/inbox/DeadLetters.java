package dev.ephor.kit.inbox;

import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.kafka.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends what cannot be handled to the dead letters, through the journal and so in the transaction
 * that passes it over.
 */
@ApplicationScoped
class DeadLetters {
    private final Journal journal;
    private final HandledLetters handled;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            Journal journal,
            HandledLetters handled,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.journal = journal;
        this.handled = handled;
        this.clock = clock;
        this.metrics = metrics;
        this.service = service;
    }

    /** Of no effect for a record that was buried before. */
    void bury(Subscription by, ConsumerRecord<byte[], byte[]> record, Objection why) {
        String subscription = by.name();
        String consumer = service + "-" + subscription;
        String stream = "dead-letter/" + consumer + "/" + Place.of(record);
        if (handled.isBuried(stream)) {
            return;
        }
        var letter = DeadLetter.of(record, consumer, why.reason(), clock.instant());
        journal.appendRaw(List.of(new Journal.RawEntry(stream, 1, letter)));
        metrics.counter("ephor.dead.letters", "subscription", subscription).increment();
        by.buried(record, why);
    }
}
