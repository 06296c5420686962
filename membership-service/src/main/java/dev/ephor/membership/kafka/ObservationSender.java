package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.ObservationEvent;
import dev.ephor.events.ObservationEvent.ByPerson;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.kit.time.Ids;
import dev.ephor.membership.application.DirectoryTask;
import dev.ephor.membership.application.Outcomes;
import dev.ephor.membership.application.PersonsWords;
import dev.ephor.membership.application.Sightings.Sighting;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells the topology through {@code ephor.observations}. */
public final class ObservationSender implements Outcomes, PersonsWords, AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final Ids ids;
    private final Clock clock;

    public ObservationSender(Producer<String, byte[]> producer, Ids ids, Clock clock) {
        this.producer = producer;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public CompletionStage<?> tell(ByPerson word, String story) {
        return send(
                new Envelope<>(
                        ids.next(), Saying.SOURCE, clock.instant(), story, null, null, word));
    }

    @Override
    public CompletionStage<?> tell(DirectoryTask task, ObservationEvent outcome) {
        return send(
                new Envelope<>(
                        ids.next(),
                        Saying.SOURCE,
                        clock.instant(),
                        task.order().activationId(),
                        task.causationId(),
                        task.traceparent(),
                        outcome));
    }

    /**
     * Tells what a sweep found.
     *
     * @param revertAt when the group's policy wants it undone, should it be drift; null: never
     */
    public CompletionStage<?> tell(Sighting found, @Nullable Instant revertAt) {
        String id = ids.next();
        var sighted = new MembershipSighted(found.key(), id, found.present(), revertAt, found.at());
        return send(
                new Envelope<>(
                        ids.next(), Saying.SOURCE, clock.instant(), id, null, null, sighted));
    }

    private CompletionStage<?> send(Envelope<? extends ObservationEvent> envelope) {
        var told = new CompletableFuture<Void>();
        try {
            producer.send(
                    record(envelope),
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

    /** With the time of the event: the producer's own clock is not guarded. */
    private static ProducerRecord<String, byte[]> record(Envelope<? extends ObservationEvent> e) {
        var record = EventCodec.encode(e);
        return new ProducerRecord<>(
                record.topic(),
                null,
                e.time().toEpochMilli(),
                record.key(),
                record.value(),
                record.headers());
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
