package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class GarbageTest {
    /**
     * Everything but the catalogue, which each service reads from its beginning at every start,
     * without a place to commit, and responses and operations, which no other system writes to
     * Ephor.
     */
    private static final Set<Topic<?>> LEFT_OUT =
            Set.of(Topics.CATALOG, Topics.RESPONSES, Topics.OPERATIONS);

    private static final List<String> TOPICS =
            Topics.EVENTS.stream()
                    .filter(topic -> !LEFT_OUT.contains(topic))
                    .map(Topic::name)
                    .toList();

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();

    @Test
    void bytes_that_are_no_event_become_dead_letters_and_stop_nothing() {
        // Given
        Requester userA = platform.requester(World.USER_A, SignIn.MFA);
        sendGarbageToEveryPartition();
        // When
        Wish wish =
                new Wish(
                        World.USER_A.id(),
                        World.GROUP_Z.id(),
                        Duration.ofHours(1),
                        "restart of the workers",
                        null);
        String id = userA.activate(wish).body().path("id").asText();
        // Then
        await().atMost(PATIENCE)
                .until(() -> userA.activation(id).path("state").asText().equals("active"));
        userA.deactivate(World.USER_A.id(), World.GROUP_Z.id());
        await().atMost(PATIENCE)
                .until(() -> userA.activation(id).path("state").asText().equals("ended"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topicsOfDeadLetters()).containsAll(TOPICS));
    }

    private void sendGarbageToEveryPartition() {
        byte[] garbage = "this is no event".getBytes(StandardCharsets.UTF_8);
        try (var producer =
                new KafkaProducer<>(
                        servers(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : TOPICS) {
                producer.partitionsFor(topic)
                        .forEach(
                                p ->
                                        producer.send(
                                                new ProducerRecord<>(
                                                        topic, p.partition(), null, garbage)));
            }
        }
    }

    private Set<String> topicsOfDeadLetters() {
        var partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
        var found = new HashSet<String>();
        try (var reader =
                new KafkaConsumer<>(
                        servers(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            long end = reader.endOffsets(List.of(partition)).get(partition);
            while (reader.position(partition) < end) {
                reader.poll(Duration.ofMillis(200))
                        .forEach(
                                r -> found.add(header(r.headers().lastHeader("ephor-dead-topic"))));
            }
        }
        return found;
    }

    private Map<String, Object> servers() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + platform.addresses().of(Addresses.KAFKA));
    }

    private static String header(org.apache.kafka.common.header.Header header) {
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
