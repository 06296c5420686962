package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.up.Guide;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What `up` prints is pasted into a shell as it is. */
class GuideTest {
    private final Platform platform = SharedPlatform.get();

    private List<String> printed() {
        var text = new ByteArrayOutputStream();
        new Guide(platform, new PrintStream(text, true, StandardCharsets.UTF_8)).print();
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The functions, and the lines that read and need nothing from the lines before them. */
    private String reading() {
        return printed().stream()
                .filter(
                        line ->
                                line.matches("(EPHOR=|token\\(|as\\().*")
                                        || line.matches("(as|curl) (?!.*(\\$ID| -d )).*"))
                .collect(Collectors.joining("\n"));
    }

    private static String shell(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return output;
    }

    @Test
    void names_the_one_address_of_all_apis() {
        // When
        List<String> lines = printed();

        // Then
        assertThat(lines).anyMatch(line -> line.startsWith("EPHOR=" + platform.url() + ";"));
        assertThat(lines)
                .filteredOn(line -> line.contains("/q/openapi"))
                .allMatch(line -> line.contains("-service"));
    }

    @Test
    void its_lines_read_what_each_persona_may_see() throws Exception {
        // When
        List<String> answers = shell(reading()).lines().toList();

        // Then
        assertThat(answers).hasSize(8).noneMatch(answer -> answer.contains("\"error\""));
        assertThat(answers).allMatch(answer -> answer.startsWith("{") || answer.startsWith("["));
        assertThat(answers).anyMatch(answer -> answer.contains("Expiration_EndUser_Assignment"));
    }
}
