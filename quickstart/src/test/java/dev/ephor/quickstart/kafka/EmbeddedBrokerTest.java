package dev.ephor.quickstart.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    private static final String TOPIC = "ephor.test";

    @TempDir private Path directory;

    @Test
    void keeps_records_and_committed_offsets_over_a_restart() throws Exception {
        // Given
        try (EmbeddedBroker first = EmbeddedBroker.start(directory, 0)) {
            create(first, TOPIC);
            send(first, "one");
            assertThat(read(first)).containsExactly("one");
        }

        // When
        try (EmbeddedBroker second = EmbeddedBroker.start(directory, 0)) {
            send(second, "two");

            // Then
            assertThat(read(second)).containsExactly("two");
        }
    }

    @Test
    void makes_no_topic_that_nobody_created() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // Then
            assertThatThrownBy(() -> admin.describeTopics(List.of("unknown")).allTopicNames().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void create(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "transactional.id",
                        "test");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
            producer.commitTransaction();
        }
    }

    /** What a static member with a session of six seconds reads and commits. */
    private static List<String> read(EmbeddedBroker broker) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "test",
                        "group.instance.id", "0",
                        "session.timeout.ms", "6000",
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (values.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}
