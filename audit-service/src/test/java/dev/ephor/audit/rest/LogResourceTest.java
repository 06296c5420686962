package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.WitnessServer;
import dev.ephor.audit.application.ComparingHistories;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.audit.notes.Checkpoint;
import dev.ephor.audit.notes.Keys;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.notes.VerifierKey;
import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.audit.tree.Frontier;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(LogResourceTest.Signing.class)
public class LogResourceTest {
    private static final String LOG = "/ephor/v1/audit/log/";
    private static final String ORIGIN = "ephor.example/audit";

    @Inject SealingRecords sealing;
    @Inject KafkaClients kafka;
    @Inject Ids ids;
    @Inject DataSource database;
    @Inject ComparingHistories histories;

    /**
     * A log with two keys of its own, as while one takes another's place, a witness that comes by
     * itself, and one that is asked.
     */
    public static final class Signing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path old = Files.createTempFile(Path.of("target"), "old", ".pem");
                String pem = SigningKey.newPem(new SecureRandom());
                Files.writeString(old, pem);
                var asked =
                        WitnessServer.start(
                                ORIGIN, SigningKey.ofPem(ORIGIN, pem).verifier(), Keys.asked());
                return Map.of(
                        "ephor.audit.checkpoints.keys",
                        "target/new.pem," + old,
                        "ephor.audit.checkpoints.make-key",
                        "true",
                        "ephor.audit.checkpoints.interval",
                        "PT0.2S",
                        "ephor.audit.witnesses",
                        "%s,%s %s"
                                .formatted(
                                        Keys.witness().verifier(),
                                        Keys.asked().verifier(),
                                        asked.address()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("auditor", "Ephor.Auditor"));
    }

    @BeforeEach
    void some_entries() {
        String story = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        Samples.of(
                                                "dev.ephor.activation.requested.v1",
                                                story,
                                                story + i))
                        .toList());
    }

    private static SignedNote signedNow() {
        return SignedNote.parse(
                auditor().post(LOG + "checkpoint").then().statusCode(200).extract().asString());
    }

    private static List<VerifierKey> keys() {
        return given().get(LOG + "keys")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(VerifierKey::parse)
                .toList();
    }

    private static byte[] tile(String path) {
        return auditor()
                .get(LOG + "tile/" + path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
    }

    @Test
    void signs_what_the_log_is_with_every_key_and_shows_it_to_everybody() {
        // When
        SignedNote note = signedNow();

        // Then
        assertThat(keys()).hasSize(2);
        assertThat(note.signaturesBy(keys())).hasSize(2);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(300);
        given().get(LOG + "checkpoint/" + checkpoint.size())
                .then()
                .statusCode(200)
                .body(containsString(note.text()));
        given().get(LOG + "checkpoint").then().statusCode(200).contentType("text/plain");
    }

    @Test
    void publishes_every_checkpoint_and_signs_by_itself_when_something_is_sealed() {
        // Given
        long size = Checkpoint.parse(signedNow().text()).size();

        // When
        some_entries();

        // Then
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> published().stream().anyMatch(c -> c.size() >= size + 300));
        assertThat(published()).extracting(Checkpoint::size).contains(size).doesNotHaveDuplicates();
    }

    private List<Checkpoint> published() {
        return AuditTopic.read(kafka, List.of(Topics.AUDIT_CHECKPOINTS.name())).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()))
                .toList();
    }

    @Test
    void stops_signing_in_a_database_that_was_put_back_and_goes_on_when_the_right_one_is_there()
            throws SQLException {
        // Given
        signedNow();
        var restore = Restored.backupOf(database);
        some_entries();
        long size = Checkpoint.parse(signedNow().text()).size();
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> published().stream().anyMatch(c -> c.size() == size));

        // When
        restore.putBack();
        String refusal =
                auditor().post(LOG + "checkpoint").then().statusCode(409).extract().asString();
        boolean isSealing = histories.allowSealing();
        String health = historyHealth();
        String metrics = given().get("/q/metrics").asString();
        restore.undo();

        // Then
        assertThat(refusal).contains("NothingSigned", "put back", String.valueOf(size));
        assertThat(isSealing).isFalse();
        assertThat(health).contains("DOWN", "put back");
        assertThat(metrics).contains("ephor_audit_history_broken 1.0");
        assertThat(Checkpoint.parse(signedNow().text()).size()).isGreaterThanOrEqualTo(size);
        assertThat(histories.allowSealing()).isTrue();
        assertThat(historyHealth()).contains("UP");
    }

    private static String historyHealth() {
        return given().get("/q/health/ready")
                .jsonPath()
                .getMap("checks.find { it.name == 'the log is what was signed of it' }")
                .toString();
    }

    @Test
    void hands_out_tiles_from_which_the_root_follows() {
        // Given
        Checkpoint checkpoint = Checkpoint.parse(signedNow().text());
        int rest = (int) (checkpoint.size() % 256);
        var tree = Frontier.empty();

        // When
        for (long n = 0; n < checkpoint.size() / 256; n++) {
            addAll(tree, tile("0/%03d".formatted(n)));
        }
        if (rest > 0) {
            addAll(tree, tile("0/%03d.p/%d".formatted(checkpoint.size() / 256, rest)));
        }

        // Then
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        auditor().get(LOG + "tile/0/999").then().statusCode(404);
        auditor().get(LOG + "tile/0/1").then().statusCode(404);
        given().get(LOG + "tile/0/000").then().statusCode(401);
    }

    private static void addAll(Frontier tree, byte[] hashes) {
        for (int at = 0; at < hashes.length; at += Hash.LENGTH) {
            tree.add(Hash.of(Arrays.copyOfRange(hashes, at, at + Hash.LENGTH)));
        }
    }

    @Test
    void hands_out_entries_as_tiles_and_says_which_is_too_large_for_one() {
        // Given
        var small = Samples.of("dev.ephor.activation.requested.v1", ids.next(), ids.next());
        Sealed.seal(
                sealing,
                List.of(
                        new ProducerRecord<>(
                                small.topic(),
                                null,
                                small.key(),
                                new byte[70_000],
                                small.headers())));
        long last = Checkpoint.parse(signedNow().text()).size() - 1;
        int width = (int) (last % 256) + 1;

        // When
        byte[] leaves =
                width == 256
                        ? tile("entries/%03d".formatted(last / 256))
                        : tile("entries/%03d.p/%d".formatted(last / 256, width));

        // Then
        ByteBuffer in = ByteBuffer.wrap(leaves);
        for (int i = 0; i < width - 1; i++) {
            byte[] leaf = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(leaf);
            assertThat(Leaf.read(leaf).topic()).isEqualTo(Topics.REQUESTS.name());
        }
        assertThat(in.getShort()).isZero();
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void proves_that_an_entry_is_there_and_that_the_log_only_grew() {
        // Given
        Checkpoint older = Checkpoint.parse(signedNow().text());
        some_entries();
        Checkpoint newer = Checkpoint.parse(signedNow().text());

        // When
        JsonPath inclusion =
                auditor()
                        .get("/ephor/v1/audit/proofs/inclusion?sequence=7&size=" + newer.size())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        // Then
        assertThat(inclusion.getString("root")).isEqualTo(newer.root().toString());
        assertThat(fold(inclusion, 7, newer.size())).isEqualTo(newer.root());
        auditor()
                .get(
                        "/ephor/v1/audit/proofs/consistency?older=%d&newer=%d"
                                .formatted(older.size(), newer.size()))
                .then()
                .statusCode(200)
                .body("olderRoot", equalTo(older.root().toString()))
                .body("newerRoot", equalTo(newer.root().toString()));
        auditor().get("/ephor/v1/audit/proofs/inclusion?sequence=1000000").then().statusCode(400);
        auditor()
                .get("/ephor/v1/audit/proofs/receipts/7")
                .then()
                .statusCode(200)
                .body(containsString("c2sp.org/tlog-proof@v1\nindex 7\n"))
                .body(containsString("\n\n" + ORIGIN + "\n"));
    }

    /** RFC 9162 section 2.1.3.2. */
    private static Hash fold(JsonPath proof, long index, long size) {
        Hash root = Hash.of(proof.getString("leafHash"));
        long fn = index;
        long sn = size - 1;
        for (String text : proof.<String>getList("hashes")) {
            Hash next = Hash.of(text);
            if ((fn & 1) == 1 || fn == sn) {
                root = Chain.node(next, root);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = Chain.node(root, next);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return root;
    }

    @Test
    void takes_the_cosignature_of_a_witness_that_it_knows_and_no_other() throws IOException {
        // Given
        SignedNote note = signedNow();
        long size = Checkpoint.parse(note.text()).size();
        var line = Keys.witness().cosign(note.text(), 1_795_290_000L);
        String cosigned = new SignedNote(note.text(), List.of(line)).toString();
        String other = cosigned.replace(ORIGIN + "\n" + size, ORIGIN + "\n" + (size + 1));

        // Then
        cosign(cosigned, 204);
        given().get(LOG + "checkpoint/" + size).then().body(containsString(line.toString()));
        cosign(other, 400);
        cosign(new SignedNote(note.text(), note.signaturesBy(keys())).toString(), 400);
        cosign("nothing", 400);
    }

    private static void cosign(String note, int status) {
        given().contentType("text/plain; charset=utf-8")
                .body(note)
                .post(LOG + "cosignatures")
                .then()
                .statusCode(status);
    }
}
