package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(LogResourceTest.Signing.class)
class EvidenceTest {
    @Inject SealingRecords sealing;
    @Inject Ids ids;

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("auditor", "Ephor.Auditor"));
    }

    private static Map<String, String> bundle(String activation) throws Exception {
        byte[] zip =
                auditor()
                        .queryParam("activation", activation)
                        .get("/ephor/v1/audit/evidence.zip")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] sha256(int kind, byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) kind);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /**
     * RFC 9162 section 2.1.3.2, written from the page; it shares nothing with what made the proof.
     */
    private static byte[] root(byte[] leafHash, long index, long size, List<byte[]> path)
            throws Exception {
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : path) {
            assertThat(sn).isPositive();
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(1, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = sha256(1, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return r;
    }

    @Test
    void proves_every_entry_of_an_activation_to_who_has_the_file_alone() throws Exception {
        // Given
        String activation = ids.next();
        Sealed.seal(sealing, Samples.all(activation));

        // When
        Map<String, String> files = bundle(activation);

        // Then
        List<String> entries = files.get("entries.ndjson").lines().toList();
        assertThat(entries).hasSize(Samples.all(activation).size());
        List<String> checkpoint = files.get("checkpoint.txt").lines().toList();
        for (String text : entries) {
            JsonNode entry = EventCodec.json().readTree(text);
            byte[] leafHash = sha256(0, Base64.getDecoder().decode(entry.get("leaf").asText()));
            var path = new ArrayList<byte[]>();
            entry.get("proof").forEach(hash -> path.add(HexFormat.of().parseHex(hash.asText())));
            long size = Long.parseLong(checkpoint.get(1));
            assertThat(root(leafHash, entry.get("sequence").asLong(), size, path))
                    .isEqualTo(Base64.getDecoder().decode(checkpoint.get(2)));
        }
        assertThat(files).containsKeys("README.md", "keys.txt");
    }

    @Test
    void asks_what_the_evidence_is_about() {
        auditor()
                .queryParam("type", "dev.ephor.activation.requested.v1")
                .get("/ephor/v1/audit/evidence.zip")
                .then()
                .statusCode(400)
                .body("detail", containsString("'activation'"));
    }
}
