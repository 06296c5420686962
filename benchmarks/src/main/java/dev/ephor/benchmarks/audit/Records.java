package dev.ephor.benchmarks.audit;

import dev.ephor.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records that look like the events of activations: two of three have an id that begins with
 * its time, as the services make them, and one has a deterministic one.
 */
final class Records implements AutoCloseable {
    private static final int TYPICAL_BYTES = 700;
    private static final int SMALL_BYTES = 16;
    private static final int WITHOUT_TIME = 3;

    private final Random random = new Random(7);
    private final KafkaProducer<String, byte[]> producer;
    private volatile long sent;

    Records(String brokers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                brokers,
                                "acks",
                                "all",
                                "linger.ms",
                                "1",
                                "batch.size",
                                "131072"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** As large as an event usually is. */
    void typical() {
        send(TYPICAL_BYTES);
    }

    /** To fill a log quickly: the same way through the service, with less to carry. */
    void small() {
        send(SMALL_BYTES);
    }

    private void send(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        String key = "t/g%d/p%d/member".formatted(sent % 97, sent % 991);
        var record = new ProducerRecord<>(Topics.MEMBERSHIPS.name(), key, value);
        header(record, "ce_id", id());
        header(record, "ce_source", "/ephor/bench");
        header(record, "ce_type", "dev.ephor.bench.v1");
        header(record, "ce_specversion", "1.0");
        producer.send(record);
        sent = sent + 1;
    }

    private String id() {
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        long high =
                sent % WITHOUT_TIME == 0
                        ? random.nextLong() & ~0xf000L | 0x3000L
                        : System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, low).toString();
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    long sent() {
        return sent;
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
