package dev.ephor.request.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.ResponseEvent.Problem;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.inbox.Objection;
import dev.ephor.request.application.KnownProducers;
import dev.ephor.request.application.Producer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The one gate for signals: a known producer, who may say this, has signed it, and not long ago.
 * What comes twice is known by its id, which is signed too.
 */
@ApplicationScoped
class SignalGate {
    /** How far a producer's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** What is said about it repeats its words, and has to fit into a record too. */
    private static final int LARGEST = 64 * 1024;

    private final KnownProducers producers;
    private final Clock clock;

    SignalGate(KnownProducers producers, Clock clock) {
        this.producers = producers;
        this.clock = clock;
    }

    Optional<Objection> objection(ConsumerRecord<byte[], byte[]> record) {
        if (record.serializedValueSize() > LARGEST) {
            return objection(
                    Problem.UNREADABLE,
                    "It has %d bytes; %d are the most that a signal needs."
                            .formatted(record.serializedValueSize(), LARGEST));
        }
        try {
            var signal = new SignalRecord(record);
            Optional<Envelope<? extends Event>> event =
                    EventCodec.decode(record.headers(), record.value());
            if (event.isEmpty() || !(event.get().data() instanceof SignalEvent)) {
                return objection(
                        Problem.UNKNOWN_TYPE,
                        "The type %s is no signal that is known here."
                                .formatted(signal.header("ce_type")));
            }
            return objection(signal, event.get().as(SignalEvent.class));
        } catch (UnreadableEvent e) {
            return objection(Problem.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Objection> objection(
            SignalRecord signal, Envelope<? extends SignalEvent> event) {
        Optional<Producer> producer = producers.of(event.source());
        if (producer.isEmpty()) {
            return objection(
                    Problem.UNKNOWN_PRODUCER,
                    "No producer with the source %s is configured.".formatted(event.source()));
        }
        return notSigned(signal, producer.get())
                .or(() -> notAllowed(event, producer.get()))
                .or(() -> misplaced(signal, event.data()))
                .or(() -> outsideWindow(event));
    }

    private static Optional<Objection> notSigned(SignalRecord signal, Producer producer) {
        String signature = signal.header(SignalRecord.SIGNATURE);
        if (signature == null) {
            return producer.unsigned()
                    ? Optional.empty()
                    : objection(
                            Problem.UNSIGNED,
                            "The producer %s has to sign: the header %s is missing."
                                    .formatted(producer.name(), SignalRecord.SIGNATURE));
        }
        byte[] payload = signal.signed();
        boolean signed =
                payload != null && new DetachedSignature(signature).signs(payload, producer.keys());
        return signed
                ? Optional.empty()
                : objection(
                        Problem.BAD_SIGNATURE,
                        "The signature does not belong to this record and the keys of the producer %s."
                                .formatted(producer.name()));
    }

    private static Optional<Objection> notAllowed(
            Envelope<? extends SignalEvent> event, Producer producer) {
        String type = shortType(EventTypes.nameOf(event.data().getClass()));
        String tenant = event.data().tenant();
        return producer.maySay(type, tenant)
                ? Optional.empty()
                : objection(
                        Problem.NOT_ALLOWED,
                        "The producer %s may not say %s of the tenant %s."
                                .formatted(producer.name(), type, tenant));
    }

    /** Its partition follows from its key, and the order of what is said of a scope from that. */
    private static Optional<Objection> misplaced(SignalRecord signal, SignalEvent event) {
        return event.partitionKey().equals(signal.key())
                ? Optional.empty()
                : objection(
                        Problem.MISPLACED,
                        "The record's key is '%s' and has to be '%s'."
                                .formatted(signal.key(), event.partitionKey()));
    }

    private Optional<Objection> outsideWindow(Envelope<? extends SignalEvent> event) {
        Instant now = clock.instant();
        Instant from = now.minus(producers.window());
        Instant until = now.plus(AHEAD);
        return event.time().isBefore(from) || event.time().isAfter(until)
                ? objection(
                        Problem.OUTSIDE_WINDOW,
                        "It is of %s; heard now, it has to be of %s to %s."
                                .formatted(event.time(), from, until))
                : Optional.empty();
    }

    /** {@code revoke-access} of {@code dev.ephor.signal.revoke-access.v2}. */
    private static String shortType(String type) {
        return type.replaceFirst("^dev\\.ephor\\.signal\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    private static Optional<Objection> objection(Problem problem, String reason) {
        return Optional.of(new Objection(problem.wire(), reason));
    }
}
