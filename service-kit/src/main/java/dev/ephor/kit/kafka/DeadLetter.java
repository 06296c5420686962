package dev.ephor.kit.kafka;

import dev.ephor.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record for {@code ephor.dead-letters}: key, headers and bytes as they came, and in headers of
 * its own why it lies there, who could not handle it, and where it stood, so that it can be
 * replayed.
 */
public final class DeadLetter {
    public static final String REASON = "ephor-dead-reason";
    public static final String CONSUMER = "ephor-dead-consumer";
    public static final String TOPIC = "ephor-dead-topic";
    public static final String PARTITION = "ephor-dead-partition";
    public static final String OFFSET = "ephor-dead-offset";
    public static final String TIME = "ephor-dead-time";

    private DeadLetter() {}

    public static ProducerRecord<String, byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String consumer, String why, Instant at) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        add(headers, REASON, why);
        add(headers, CONSUMER, consumer);
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, String.valueOf(record.partition()));
        add(headers, OFFSET, String.valueOf(record.offset()));
        add(headers, TIME, at.toString());
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), null, key(record.key()), record.value(), headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String key(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
