package dev.ephor.kit.kafka;

import dev.ephor.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record for {@code ephor.dead-letters}: key, headers and bytes as they came, and in headers of
 * its own why it lies there, who could not handle it, and where it stood, so that it can be
 * replayed. What no broker or database would take with that is left out: a letter that cannot be
 * sent would hold up whatever comes behind it.
 */
public final class DeadLetter {
    public static final String REASON = "ephor-dead-reason";
    public static final String CONSUMER = "ephor-dead-consumer";
    public static final String TOPIC = "ephor-dead-topic";
    public static final String PARTITION = "ephor-dead-partition";
    public static final String OFFSET = "ephor-dead-offset";
    public static final String TIME = "ephor-dead-time";

    /** The key's bytes, where they are no text that the letter's own key could be. */
    public static final String KEY = "ephor-dead-key";

    /** How many bytes were left out: the record lies where topic, partition and offset say. */
    public static final String LEFT_OUT = "ephor-dead-left-out";

    /** A broker takes 1 MiB, with all that is around it. */
    static final int LARGEST = 900_000;

    private static final int LONGEST_REASON = 1_000;

    private DeadLetter() {}

    public static ProducerRecord<String, byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String consumer, String why, Instant at) {
        int size = size(record);
        boolean fits = size <= LARGEST;
        Headers headers = fits ? original(record) : new RecordHeaders();
        if (!fits) {
            add(headers, LEFT_OUT, String.valueOf(size));
        }
        add(headers, REASON, cut(why));
        add(headers, CONSUMER, consumer);
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, String.valueOf(record.partition()));
        add(headers, OFFSET, String.valueOf(record.offset()));
        add(headers, TIME, at.toString());
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(),
                null,
                fits ? text(record.key()) : null,
                fits ? record.value() : null,
                headers);
    }

    private static Headers original(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        String text = text(record.key());
        if (text != null && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), record.key())) {
            headers.add(KEY, record.key());
        }
        return headers;
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        int size = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static String cut(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "...";
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The journal keeps keys as text, in which PostgreSQL has no character 0. */
    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
