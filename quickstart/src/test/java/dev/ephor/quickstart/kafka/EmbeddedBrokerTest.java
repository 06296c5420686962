package dev.ephor.quickstart.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.quickstart.process.Child;
import dev.ephor.quickstart.process.ChildSpec;
import dev.ephor.quickstart.process.Children;
import dev.ephor.quickstart.process.FreePorts;
import dev.ephor.quickstart.process.JavaProgram;
import dev.ephor.quickstart.process.Readiness;
import dev.ephor.quickstart.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Waiting AWAIT = new Waiting(Duration.ofMinutes(3), _ -> {});

    @TempDir private Path directory;

    @Test
    void serves_transactions_and_static_members_but_makes_no_topic_by_itself() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // When
            create(broker.bootstrapServers());
            send(broker.bootstrapServers(), "one");

            // Then
            assertThat(read(broker.bootstrapServers())).containsExactly("one");
            assertThatThrownBy(() -> admin.describeTopics(List.of("unknown")).allTopicNames().get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void keeps_records_and_committed_offsets_when_it_is_killed() throws Exception {
        // Given
        int port = FreePorts.one();
        String servers = "127.0.0.1:" + port;
        try (Children children = new Children()) {
            Child first = children.start(process(port));
            AWAIT.until(first, Readiness.line("ready"));
            create(servers);
            send(servers, "one");
            read(servers);

            // When
            first.kill();
            AWAIT.until(children.restart("broker"), Readiness.line("ready"));
            send(servers, "two");

            // Then
            assertThat(read(servers)).containsExactly("two");
        }
    }

    private ChildSpec process(int port) {
        List<String> arguments =
                List.of(directory.resolve("data").toString(), String.valueOf(port));
        List<String> options = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        List<String> command =
                JavaProgram.ofThisClasspath(EmbeddedBroker.class, options, arguments).command();
        return new ChildSpec("broker", command, Map.of(), directory.resolve("broker.log"));
    }

    private static void create(String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
    }

    private static void send(String servers, String value) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", servers, "acks", "all", "transactional.id", "test");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
            producer.commitTransaction();
        }
    }

    /** What a static member with a session of six seconds reads and commits. */
    private static List<String> read(String servers) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers", servers,
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
