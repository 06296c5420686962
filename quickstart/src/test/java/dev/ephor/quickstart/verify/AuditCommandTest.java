package dev.ephor.quickstart.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as somebody runs it who has files and a key. */
class AuditCommandTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String key = "";

    @BeforeEach
    void files() throws IOException {
        JsonNode vectors =
                new ObjectMapper()
                        .readTree(AuditCommandTest.class.getResource("/tlog/note-vectors.json"));
        key = vectors.get("log").get("vkey").asText();
        Files.writeString(
                folder.resolve("checkpoint"),
                vectors.get("checkpoints").get(1).get("signed_note").asText());
        write(History.of(5));
    }

    private void write(List<ObjectNode> lines) throws IOException {
        Files.writeString(
                folder.resolve("log.ndjson"),
                lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private int verify(String... words) {
        var all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(words));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new AuditCommand(out, folder, URI.create("http://127.0.0.1:1"), _ -> "").run(all);
    }

    @Test
    void is_content_with_a_log_that_is_whole() {
        // When
        int code = verify("--entries", "log.ndjson");

        // Then
        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("5 entries checked", "intact", "no --checkpoint is given");
    }

    @Test
    void says_that_a_log_is_not_the_one_that_was_signed() {
        // When
        int code = verify("--entries", "log.ndjson", "--checkpoint", "checkpoint", "--key", key);

        // Then
        assertThat(code).isEqualTo(AuditCommand.NOT_INTACT);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("FORKED", "NOT INTACT");
    }

    @Test
    void names_the_entry_that_was_changed() throws IOException {
        // Given
        List<ObjectNode> lines = History.of(5);
        lines.get(3).put("leaf", "AAAA");
        write(lines);

        // When
        int code = verify("--entries", "log.ndjson");

        // Then
        assertThat(code).isEqualTo(AuditCommand.NOT_INTACT);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("CHANGED", "entry 3:");
    }

    @Test
    void says_what_it_needs() {
        // Then
        assertThatThrownBy(() -> verify("--entries")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> verify("--enties", "x")).hasMessageContaining("--enties");
        assertThatThrownBy(() -> verify("--entries", "none")).hasMessageContaining("cannot read");
        assertThatThrownBy(() -> verify("--entries", "log.ndjson", "--checkpoint", "checkpoint"))
                .hasMessageContaining("no key that is known");
        assertThatThrownBy(() -> verify("--evidence", "log.ndjson"))
                .hasMessageContaining("--checkpoint");
        assertThatThrownBy(() -> verify("--entries", "log.ndjson", "--activation", "a"))
                .hasMessageContaining("give one of");
    }
}
