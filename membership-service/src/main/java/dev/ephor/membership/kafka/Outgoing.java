package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topics;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.events.WrittenEvent;
import dev.ephor.kit.kafka.DeadLetter;
import dev.ephor.membership.application.DirectoryTask;
import dev.ephor.membership.application.Measures.Tally;
import dev.ephor.membership.domain.Order;
import dev.ephor.membership.kafka.Ledger.Origin;
import dev.ephor.membership.kafka.Transition.Spoken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A task's ways out: memberships, dead letters, the directory, measures. */
final class Outgoing {
    private static final String CONSUMER = "membership-service-topology";

    private final ProcessorContext<byte[], byte[]> context;
    private final Collaborators with;
    private final List<DirectoryTask> asked = new ArrayList<>();

    Outgoing(ProcessorContext<byte[], byte[]> context, Collaborators with) {
        this.context = context;
        this.with = with;
    }

    /**
     * Reads what came in.
     *
     * @return empty for a type that this version does not know
     * @throws UnreadableEvent also when its key is not the record's: its state would lie where
     *     nobody looks
     */
    Optional<Envelope<? extends AboutMembership>> read(Record<byte[], byte[]> record)
            throws UnreadableEvent, MisplacedEvent {
        Optional<Envelope<? extends Event>> event =
                EventCodec.decode(record.headers(), record.value());
        if (event.isEmpty()) {
            with.measures().unknownType(topic());
            return Optional.empty();
        }
        Envelope<? extends Event> envelope = event.get();
        if (!(envelope.data() instanceof AboutMembership about)
                || !about.partitionKey().equals(text(record.key()))) {
            throw new MisplacedEvent(envelope.data().partitionKey(), text(record.key()));
        }
        return Optional.of(envelope.as(AboutMembership.class));
    }

    void say(List<Spoken> said) {
        said.forEach(s -> send(s.written()));
        said.forEach(s -> with.measures().said(s.event()));
    }

    /** Says again what a crash may have kept from leaving; its id makes it known as such. */
    void sayAgain(List<WrittenEvent> said) {
        said.forEach(this::send);
    }

    /** A removal is about to be written down, and then asked for. */
    void decide(Order removal) {
        Instant now = Instant.ofEpochMilli(now());
        with.untold().begin(context.taskId().partition(), removal.key(), now);
    }

    /** Has it done; {@link #askNow} sends what was asked for in one step together. */
    void ask(Order order, Ledger ledger) {
        asked.add(task(order, ledger));
    }

    /** Asks for what an earlier life may have asked for. */
    void askAgain(Order order, Ledger ledger) {
        asked.add(task(order, ledger).again());
    }

    /** What ended at the same moment goes to the directory in as few calls as it takes. */
    void askNow() {
        if (!asked.isEmpty()) {
            with.directories().take(List.copyOf(asked));
            asked.forEach(task -> with.untold().end(task.order().key()));
            asked.clear();
        }
    }

    /** Asks for another bound, of a directory that takes bounds. */
    void askForBound(Order order, Ledger ledger) {
        askNow();
        with.directories().bound(task(order, ledger));
    }

    private DirectoryTask task(Order order, Ledger ledger) {
        Origin origin = ledger.origins().get(order.activationId());
        return new DirectoryTask(
                context.taskId().partition(),
                order,
                ledger.lastSaid(),
                origin == null ? null : origin.traceparent());
    }

    void release(MembershipKey key) {
        askNow();
        with.directories().release(key);
    }

    void retry(MembershipKey key) {
        askNow();
        with.directories().retry(key);
    }

    /** When a person has to be called for a removal; empty: nobody has to be. */
    Optional<Instant> alarmAt(Ledger ledger) {
        return with.decider().alarmAt(ledger.grants());
    }

    void noteTrouble(String key, Tally before, Tally after) {
        if (isTrouble(before) != isTrouble(after)) {
            with.troubles().note(context.taskId().partition(), key, isTrouble(after));
        }
    }

    /** Everything that there is was noted. */
    void knowTroubles() {
        with.troubles().know(context.taskId().partition());
    }

    private static boolean isTrouble(Tally tally) {
        return tally.stuck() > 0 || tally.drifted() > 0;
    }

    long now() {
        return with.clock().millis();
    }

    void tally(Tally tally) {
        with.measures().tally(context.taskId().partition(), tally);
    }

    void bury(Record<byte[], byte[]> record, String why) {
        Optional<RecordMetadata> from = context.recordMetadata();
        var raw =
                new ConsumerRecord<byte[], byte[]>(
                        topic(),
                        from.map(RecordMetadata::partition).orElse(-1),
                        from.map(RecordMetadata::offset).orElse(-1L),
                        record.key(),
                        record.value());
        record.headers().forEach(h -> raw.headers().add(h));
        ProducerRecord<String, byte[]> dead =
                DeadLetter.of(raw, CONSUMER, why, with.clock().instant());
        forward(dead.key(), dead.value(), dead.headers(), MembershipTopology.DEAD);
        with.measures().deadLetter(topic());
    }

    private void send(WrittenEvent said) {
        var record = EventCodec.encode(Topics.MEMBERSHIPS.name(), said);
        forward(record.key(), record.value(), record.headers(), MembershipTopology.SAID);
    }

    private void forward(
            @Nullable String text, byte @Nullable [] value, Headers headers, String sink) {
        byte @Nullable [] key = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, value, now(), headers), sink);
    }

    private String topic() {
        return context.recordMetadata().map(RecordMetadata::topic).orElse("");
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** An event whose record has another key than its own. */
    static final class MisplacedEvent extends Exception {
        private static final long serialVersionUID = 1L;

        MisplacedEvent(String own, String record) {
            super("the event is about '%s', but its record's key is '%s'".formatted(own, record));
        }
    }
}
