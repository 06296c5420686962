package dev.ephor.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topic;
import dev.ephor.events.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A line to the broker: says what other services say, and hears what is said. */
public final class Line implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();

    /** Hears a topic from its beginning. */
    public Line(String brokers, Topic<?> topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic.name()).stream()
                        .map(p -> new TopicPartition(topic.name(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void say(Event event) {
        String id = UUID.randomUUID().toString();
        send(EventCodec.encode(new Envelope<>(id, "/test", Instant.now(), id, null, null, event)));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the broker did not take it", e);
        }
    }

    /** Waits for an event of this kind, those of the past included. */
    public <E extends Event> E await(Class<E> kind, Predicate<E> wanted) {
        return await(
                record -> {
                    Event event = event(record);
                    return kind.isInstance(event) && wanted.test(kind.cast(event))
                            ? kind.cast(event)
                            : null;
                });
    }

    /** Waits until a record yields something. */
    public <T> T await(java.util.function.Function<ConsumerRecord<byte[], byte[]>, T> wanted) {
        return org.awaitility.Awaitility.await()
                .atMost(LONG_ENOUGH)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> find(wanted), found -> found != null);
    }

    /** How often something was heard so far. */
    public <E extends Event> long count(Class<E> kind, Predicate<E> wanted) {
        return heard.stream()
                .map(Line::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .count();
    }

    /** Under which ids something was heard so far. */
    public <E extends Event> Set<String> ids(Class<E> kind, Predicate<E> wanted) {
        return heard.stream()
                .filter(r -> kind.isInstance(event(r)) && wanted.test(kind.cast(event(r))))
                .map(r -> new String(r.headers().lastHeader("ce_id").value(), UTF_8))
                .collect(Collectors.toSet());
    }

    private <T> T find(java.util.function.Function<ConsumerRecord<byte[], byte[]>, T> wanted) {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        return heard.stream().map(wanted).filter(t -> t != null).findFirst().orElse(null);
    }

    private static Event event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventCodec.decode(record.headers(), record.value())
                    .<Event>map(Envelope::data)
                    .orElse(null);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
