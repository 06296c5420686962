package dev.ephor.audit.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static void accept(String note, VerifierKey... keys) {
        SignedNote parsed = SignedNote.parse(note);
        assertThat(parsed.signaturesBy(List.of(keys))).isNotEmpty();
        Checkpoint.parse(parsed.text());
    }

    @Test
    void derives_the_published_keys() throws IOException {
        // Given
        JsonNode vectors = Keys.vectors();

        // Then
        assertThat(Keys.log().verifier()).hasToString(vectors.get("log").get("vkey").asText());
        assertThat(Keys.witness().verifier())
                .hasToString(vectors.get("witness").get("vkey").asText());
        assertThat(VerifierKey.parse(Keys.log().verifier().toString()))
                .hasToString(Keys.log().verifier().toString());
    }

    @Test
    void signs_and_cosigns_checkpoints_to_the_byte() throws IOException {
        for (JsonNode one : Keys.vectors().get("checkpoints")) {
            // Given
            String text = one.get("text").asText();

            // When
            NoteSignature log = Keys.log().sign(text);
            NoteSignature witness =
                    Keys.witness().cosign(text, one.get("cosign_timestamp").asLong());

            // Then
            assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
            assertThat(new SignedNote(text, List.of(log)))
                    .hasToString(one.get("signed_note").asText());
            assertThat(new SignedNote(text, List.of(log, witness)))
                    .hasToString(one.get("cosigned_note").asText());
        }
    }

    @Test
    void accepts_what_known_keys_signed() throws IOException {
        // Given
        JsonNode example = Keys.vectors().get("c2sp_example");
        String cosigned = Keys.vectors().get("checkpoints").get(1).get("cosigned_note").asText();

        // Then
        accept(cosigned, Keys.log().verifier());
        accept(cosigned, Keys.witness().verifier());
        SignedNote parsed = SignedNote.parse(example.get("note").asText());
        VerifierKey key = VerifierKey.parse(example.get("vkey").asText());
        assertThat(parsed.signaturesBy(List.of(key))).hasSize(1);
    }

    @Test
    void refuses_what_is_no_checkpoint_of_the_log() throws IOException {
        // Given
        VerifierKey key = Keys.log().verifier();

        // Then
        for (JsonNode one : Keys.vectors().get("reject")) {
            assertThatThrownBy(() -> accept(one.get("note").asText(), key))
                    .as(one.get("why").asText())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refuses_a_key_whose_id_or_name_is_not_its_own() throws IOException {
        // Given
        String key = Keys.log().verifier().toString();

        // Then
        for (String other :
                List.of(
                        key.replace("+f5597ce0+", "+f5597ce1+"),
                        key.replace("log1", "log2"),
                        key.replace("+AQ", "+Ag"),
                        "x+y",
                        "")) {
            assertThatThrownBy(() -> VerifierKey.parse(other))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void reads_the_keys_that_it_makes() {
        // Given
        String pem = SigningKey.newPem(new SecureRandom());

        // When
        SigningKey key = SigningKey.ofPem("ephor.example/audit", pem);

        // Then
        assertThat(key.verifier().verifies("text\n", key.sign("text\n"))).isTrue();
        assertThat(key.verifier().verifies("other\n", key.sign("text\n"))).isFalse();
        assertThatThrownBy(() -> SigningKey.ofPem("x", "-----BEGIN PRIVATE KEY-----"))
                .hasMessageContaining("openssl");
        assertThatThrownBy(() -> SigningKey.ofPem("a b", pem))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
