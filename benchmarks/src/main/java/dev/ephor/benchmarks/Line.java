package dev.ephor.benchmarks;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topic;
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

/** Says what other services say, and hears what the service that is measured says. */
public final class Line implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private static final String SOURCE = "/ephor/bench";

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listener;

    /**
     * @param topic whose events are heard
     * @param heard gets type and activation of each event, on a thread of its own
     */
    public Line(String brokers, Topic<? extends Event> topic, BiConsumer<String, String> heard) {
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
                        .mapToObj(p -> new TopicPartition(topic.name(), p))
                        .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        listener = Thread.ofPlatform().name(topic.name()).daemon().start(() -> listen(heard));
    }

    public void say(String correlation, Event event) {
        say(correlation, correlation, event);
    }

    /**
     * @param id of the event; the same one is heard once
     */
    public void say(String id, String correlation, Event event) {
        producer.send(
                EventCodec.encode(
                        new Envelope<>(id, SOURCE, Instant.now(), correlation, null, null, event)));
    }

    public void flush() {
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
