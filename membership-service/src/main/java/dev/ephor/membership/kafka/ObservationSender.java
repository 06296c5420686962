package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.ObservationEvent;
import dev.ephor.kit.time.Ids;
import dev.ephor.membership.application.DirectoryTask;
import dev.ephor.membership.application.Outcomes;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Tells the topology through {@code ephor.observations}. */
public final class ObservationSender implements Outcomes, AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final Ids ids;
    private final Clock clock;

    public ObservationSender(Producer<String, byte[]> producer, Ids ids, Clock clock) {
        this.producer = producer;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public CompletionStage<?> tell(DirectoryTask task, ObservationEvent outcome) {
        var envelope =
                new Envelope<>(
                        ids.next(),
                        Saying.SOURCE,
                        clock.instant(),
                        task.order().activationId(),
                        task.causationId(),
                        task.traceparent(),
                        outcome);
        var told = new CompletableFuture<Void>();
        try {
            producer.send(
                    EventCodec.encode(envelope),
                    (_, e) -> {
                        if (e == null) {
                            told.complete(null);
                        } else {
                            told.completeExceptionally(e);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            told.completeExceptionally(e);
        }
        return told;
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
