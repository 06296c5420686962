package dev.ephor.audit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Runs the consumer of the documentation as a reader of it would. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AuditTopicReaderTest {
    private static final Path PROGRAM = Path.of("../docs/samples/AuditTopicReader.java");

    @Inject KafkaClients kafka;
    @Inject SealingRecords sealing;
    @Inject ReadingTheLog log;
    @Inject Ids ids;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private record Ran(int exit, String said) {}

    private Ran run(String... topic) throws Exception {
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath(),
                                PROGRAM.toString(),
                                broker));
        command.addAll(List.of(topic));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    /** What the documentation says that it needs, and what that needs. */
    private static String classPath() {
        return List.of(
                        org.apache.kafka.clients.consumer.KafkaConsumer.class,
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.annotation.JsonCreator.class,
                        org.slf4j.Logger.class)
                .stream()
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }

    private List<JsonNode> sealSome() {
        String story = ids.next();
        Sealed.seal(sealing, Samples.all(story));
        return AuditTopic.events(kafka, log.head().size());
    }

    /** A topic of these records alone. */
    private String topic(List<JsonNode> events) throws Exception {
        String name = "copy-" + ids.next();
        try (var admin = kafka.admin();
                var producer = kafka.producer("copy")) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
            for (JsonNode event : events) {
                producer.send(
                                new ProducerRecord<>(
                                        name, event.toString().getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
        return name;
    }

    @Test
    void finds_nothing_wrong_with_the_topic_as_it_is() throws Exception {
        // Given
        sealSome();

        // When
        Ran ran = run();

        // Then
        assertThat(ran.said()).contains(" 0 faults", log.head().hash().toString());
        assertThat(ran.exit()).isZero();
    }

    @Test
    void skips_what_comes_again_and_names_what_is_missing_or_was_changed() throws Exception {
        // Given
        List<JsonNode> sealed = sealSome();
        var tampered = new java.util.ArrayList<JsonNode>();
        sealed.forEach(event -> tampered.add(event.deepCopy()));
        tampered.add(12, sealed.get(5));
        ((ObjectNode) tampered.get(3).at("/unmapped/ephor")).put("leaf", "AAAA");
        tampered.subList(7, 9).clear();

        // When
        Ran ran = run(topic(tampered));

        // Then
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said().lines().filter(line -> line.contains("line")))
                .containsExactly(
                        "the leaf of line 3 was changed",
                        "lines 7 to 8 are missing",
                        "%d lines, 2 faults, the last hash is %s"
                                .formatted(sealed.size(), log.head().hash()));
    }
}
