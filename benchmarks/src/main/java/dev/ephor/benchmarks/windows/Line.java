package dev.ephor.benchmarks.windows;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what other services say, and hears what membership-service says. */
final class Line implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final String SOURCE = "/ephor/bench";

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listener;

    /**
     * @param heard gets type and activation of each event, on a thread of its own
     */
    Line(String brokers, BiConsumer<String, String> heard) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers, "auto.offset.reset", "latest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(
                IntStream.range(0, PARTITIONS)
                        .mapToObj(p -> new TopicPartition(Topics.MEMBERSHIPS.name(), p))
                        .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        listener = Thread.ofPlatform().name("memberships").daemon().start(() -> listen(heard));
    }

    void say(String correlation, Event event) {
        producer.send(
                EventCodec.encode(
                        new Envelope<>(
                                correlation,
                                SOURCE,
                                Instant.now(),
                                correlation,
                                null,
                                null,
                                event)));
    }

    void flush() {
        producer.flush();
    }

    private void listen(BiConsumer<String, String> heard) {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    heard.accept(
                            header(record.headers(), "ce_type"),
                            header(record.headers(), "ce_correlationid"));
                }
            }
        } catch (WakeupException closed) {
            consumer.close();
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            listener.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }
}
