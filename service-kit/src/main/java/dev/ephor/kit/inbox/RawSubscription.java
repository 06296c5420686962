package dev.ephor.kit.inbox;

import dev.ephor.events.Event;
import dev.ephor.events.Topic;
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

    /** Handles a poll's records, in the order of their partitions. */
    void acceptAll(List<ConsumerRecord<byte[], byte[]>> records);
}
