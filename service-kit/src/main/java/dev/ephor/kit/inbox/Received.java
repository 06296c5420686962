package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it was understood. */
sealed interface Received {
    ConsumerRecord<byte[], byte[]> record();

    record Readable(ConsumerRecord<byte[], byte[]> record, Envelope<? extends Event> event)
            implements Received {}

    /** Of a type that a newer writer knows and this version does not: no error. */
    record Unknown(ConsumerRecord<byte[], byte[]> record) implements Received {}

    record Unreadable(ConsumerRecord<byte[], byte[]> record, String why) implements Received {}

    static Received of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventCodec.decode(record.headers(), record.value())
                    .<Received>map(event -> new Readable(record, event))
                    .orElseGet(() -> new Unknown(record));
        } catch (UnreadableEvent e) {
            return new Unreadable(record, String.valueOf(e.getMessage()));
        }
    }
}
