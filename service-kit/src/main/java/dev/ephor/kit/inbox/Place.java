package dev.ephor.kit.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands, for people and for keys. */
final class Place {
    private Place() {}

    static String of(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
