package dev.ephor.quickstart.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published vectors and probes. */
class ProbesTest {
    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(ProbesTest.class.getResource("/tlog/" + name));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static List<byte[]> proof(JsonNode hashes) {
        var proof = new ArrayList<byte[]>();
        hashes.forEach(hash -> proof.add(bytes(hash)));
        return proof;
    }

    private static long number(JsonNode number) {
        return new BigInteger(number.asText()).longValue();
    }

    @Test
    void says_of_every_inclusion_probe_what_is_expected() throws IOException {
        for (JsonNode one : read("inclusion-probes.json").get("cases")) {
            // When
            boolean verdict =
                    MerkleProof.includes(
                            number(one.get("leafIdx")),
                            number(one.get("treeSize")),
                            bytes(one.get("leafHash")),
                            proof(one.get("proof")),
                            bytes(one.get("root")));

            // Then
            assertThat(verdict)
                    .as(one.get("case").asText())
                    .isEqualTo(!one.get("wantErr").asBoolean());
        }
    }

    @Test
    void says_of_every_consistency_probe_what_is_expected() throws IOException {
        for (JsonNode one : read("consistency-probes.json").get("cases")) {
            // When
            boolean verdict =
                    MerkleProof.extendsTo(
                            number(one.get("size1")),
                            number(one.get("size2")),
                            proof(one.get("proof")),
                            bytes(one.get("root1")),
                            bytes(one.get("root2")));

            // Then
            assertThat(verdict)
                    .as(one.get("case").asText())
                    .isEqualTo(!one.get("wantErr").asBoolean());
        }
    }

    @Test
    void reads_the_published_checkpoints_and_refuses_the_others() throws IOException {
        // Given
        JsonNode vectors = read("note-vectors.json");
        List<String> keys = List.of(vectors.get("log").get("vkey").asText());

        // Then
        for (JsonNode one : vectors.get("checkpoints")) {
            assertThat(Statement.read(one.get("signed_note").asText(), keys).size())
                    .isEqualTo(one.get("size").asLong());
            assertThat(Statement.read(one.get("cosigned_note").asText(), keys).origin())
                    .isEqualTo("audit.jit.example/log1");
        }
        for (JsonNode one : vectors.get("reject")) {
            assertThatThrownBy(() -> Statement.read(one.get("note").asText(), keys))
                    .as(one.get("why").asText())
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
