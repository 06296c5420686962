package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What was said, as it left: kept with the state, nobody has to read it to write it again.
 *
 * @param id the event's
 * @param time the event's
 * @param key the record's
 */
record Said(String id, Instant time, String key, List<Header> headers, byte[] value) {

    static Said of(Envelope<MembershipEvent> event) {
        ProducerRecord<String, byte[]> record = EventCodec.encode(event);
        return new Said(
                event.id(),
                event.time(),
                record.key(),
                List.of(record.headers().toArray()),
                record.value());
    }
}
