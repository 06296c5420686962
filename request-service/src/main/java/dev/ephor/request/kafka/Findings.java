package dev.ephor.request.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.ResponseEvent.Problem;
import dev.ephor.events.ResponseEvent.SignalRefused;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.inbox.Objection;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.application.KnownProducers;
import dev.ephor.request.application.Producer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells the SOC of each signal that was not believed. */
@ApplicationScoped
class Findings {
    /** Of a stranger's bytes no more is repeated than helps. */
    private static final int LONGEST = 300;

    private final Journal journal;
    private final KnownProducers producers;
    private final Clock clock;

    Findings(Journal journal, KnownProducers producers, Clock clock) {
        this.journal = journal;
        this.producers = producers;
        this.clock = clock;
    }

    /** To be called in the transaction that makes it a dead letter. */
    void tell(ConsumerRecord<byte[], byte[]> record, Objection why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String place = record.partition() + "/" + record.offset();
        String id = DeterministicId.of("signal-refused", place);
        var cause = new Cause(id, null, null, now);
        journal.append("finding/" + id, 0, List.of(finding(record, why, now)), cause);
    }

    private SignalRefused finding(
            ConsumerRecord<byte[], byte[]> record, Objection why, Instant now) {
        var signal = new SignalRecord(record);
        String source = brief(signal.header("ce_source"));
        return new SignalRefused(
                Problem.of(why.code()),
                String.valueOf(brief(why.reason())),
                source == null ? null : producers.of(source).map(Producer::name).orElse(null),
                brief(signal.header("ce_id")),
                source,
                brief(signal.header("ce_type")),
                tenant(record),
                record.partition(),
                record.offset(),
                now);
    }

    private static @Nullable String tenant(ConsumerRecord<byte[], byte[]> record) {
        try {
            Optional<Event> data =
                    EventCodec.decode(record.headers(), record.value()).map(Envelope::data);
            return data.filter(SignalEvent.class::isInstance)
                    .map(event -> ((SignalEvent) event).tenant())
                    .map(Findings::brief)
                    .orElse(null);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    private static @Nullable String brief(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
