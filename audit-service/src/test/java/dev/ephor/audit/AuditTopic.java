package dev.ephor.audit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.KafkaClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Topics as somebody outside reads them. */
public final class AuditTopic {
    /** How long something may take on a busy machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private AuditTopic() {}

    /** What ephor.audit says, once it has come to that many events. */
    public static List<JsonNode> events(KafkaClients kafka, long size) {
        return await().atMost(PATIENCE)
                .until(() -> published(kafka), events -> events.size() >= size);
    }

    /** The lines that they carry. */
    public static List<JsonNode> lines(KafkaClients kafka, long size) {
        return events(kafka, size).stream().map(event -> event.at("/unmapped/ephor")).toList();
    }

    /** The entry that a line carries, for a verifier. */
    public static Entry entry(JsonNode line) {
        return new Entry(
                line.get("sequence").asLong(),
                Base64.getDecoder().decode(line.get("leaf").asText()),
                Hash.of(line.get("leafHash").asText()),
                Hash.of(line.get("previous").asText()),
                Hash.of(line.get("hash").asText()));
    }

    /** Every record of some topics from their beginning. */
    public static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaClients kafka, Collection<String> topics) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (KafkaConsumer<byte[], byte[]> reader = kafka.follower("test")) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> reader.partitionsFor(topic).stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
                reader.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static List<JsonNode> published(KafkaClients kafka) {
        return read(kafka, List.of(Topics.AUDIT.name())).stream()
                .map(r -> parse(r.value()))
                .toList();
    }

    private static JsonNode parse(byte[] json) {
        try {
            return EventCodec.json().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
