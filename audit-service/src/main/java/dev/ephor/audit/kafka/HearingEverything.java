package dev.ephor.audit.kafka;

import dev.ephor.audit.application.SealingRecords;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.inbox.RawSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every record of every topic of events, as bytes: also what cannot be read is sealed. */
@ApplicationScoped
class HearingEverything implements RawSubscription {
    private final SealingRecords sealing;
    private final SealingMetrics metrics;

    HearingEverything(SealingRecords sealing, SealingMetrics metrics) {
        this.sealing = sealing;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public List<Topic<? extends Event>> topics() {
        return Topics.EVENTS;
    }

    /**
     * No activation waits for this; an activation's events come within some milliseconds of each
     * other.
     */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(25);
    }

    @Override
    public void acceptAll(List<ConsumerRecord<byte[], byte[]>> records) {
        metrics.afterCommit(sealing.seal(records.stream().map(HearingEverything::leaf).toList()));
    }

    private static Leaf leaf(ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<Leaf.Header>();
        record.headers().forEach(h -> headers.add(new Leaf.Header(h.key(), h.value())));
        return new Leaf(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                headers,
                record.value());
    }
}
