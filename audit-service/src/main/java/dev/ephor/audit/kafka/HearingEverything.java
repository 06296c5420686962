package dev.ephor.audit.kafka;

import dev.ephor.audit.application.ComparingHistories;
import dev.ephor.audit.application.Comparison;
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
    private final ComparingHistories histories;
    private final SealingMetrics metrics;

    HearingEverything(
            SealingRecords sealing, ComparingHistories histories, SealingMetrics metrics) {
        this.sealing = sealing;
        this.histories = histories;
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

    /**
     * @throws IllegalStateException when the database is not the one that was sealed in: it is
     *     tried again until it is, and the records stay where they are
     */
    @Override
    public void acceptAll(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!histories.allowSealing()) {
            throw new IllegalStateException(
                    histories.newest().map(Comparison::why).orElse("nothing is sealed"));
        }
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
