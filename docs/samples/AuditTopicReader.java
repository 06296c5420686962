import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads ephor.audit from its beginning and says where a line is missing, or is not the one that was sealed. */
public class AuditTopicReader {
    static long next = 0; // a consumer that goes on later keeps these two beside its offset
    static String hash = sha256("ephor-audit-log/1".getBytes(StandardCharsets.UTF_8));
    static int faults = 0;

    public static void main(String[] args) throws Exception {
        var topic = List.of(new TopicPartition(args.length > 1 ? args[1] : "ephor.audit", 0));
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", args[0]), bytes, bytes)) {
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            long end = consumer.endOffsets(topic).get(topic.getFirst());
            while (consumer.position(topic.getFirst()) < end) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    check(new ObjectMapper().readTree(record.value()).at("/unmapped/ephor"));
                }
            }
        }
        System.out.printf("%d lines, %d faults, the last hash is %s%n", next, faults, hash);
        System.exit(faults == 0 ? 0 : 1);
    }

    static void check(JsonNode line) {
        long sequence = line.path("sequence").asLong(-1);
        String previous = line.path("previous").asText();
        String leafHash = line.path("leafHash").asText();
        if (sequence < next) {
            return; // delivered at least once: this one is known
        }
        fault(sequence > next, "lines %d to %d are missing", next, sequence - 1);
        fault(sequence == next && !previous.equals(hash), "line %d does not follow line %d", sequence, sequence - 1);
        byte[] leaf = Base64.getDecoder().decode(line.path("leaf").asText()); // a very large one is left out
        fault(line.has("leaf") && !sha256(new byte[] {0}, leaf).equals(leafHash), "the leaf of line %d was changed", sequence);
        hash = sha256(new byte[] {2}, HexFormat.of().parseHex(previous), HexFormat.of().parseHex(leafHash));
        fault(!hash.equals(line.path("hash").asText()), "the hash of line %d was changed", sequence);
        next = sequence + 1;
    }

    static void fault(boolean found, String what, Object... which) {
        if (found) {
            faults++;
            System.out.printf(what + "%n", which);
        }
    }

    static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List.of(parts).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
