package dev.ephor.kit.inbox;

import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * For a service that needs the bytes as they came, readable or not. Each poll is one transaction; a
 * redelivered record is its own to recognise, and a failure is tried again for ever, because
 * nothing may be left out.
 */
public interface RawSubscription {

    /** Unique in the service; part of the consumer group's name, so it never changes. */
    String name();

    List<Topic<? extends Event>> topics();

    /**
     * How long more events are waited for once one has come. Zero where an activation waits for
     * this subscription; some milliseconds where it only follows, so that what comes together costs
     * one transaction.
     */
    default Duration gathering() {
        return Duration.ZERO;
    }

    /** Handles a poll's records, in the order of their partitions. */
    void acceptAll(List<ConsumerRecord<byte[], byte[]>> records);
}
