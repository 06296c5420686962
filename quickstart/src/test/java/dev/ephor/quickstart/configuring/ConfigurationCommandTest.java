package dev.ephor.quickstart.configuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.issuer.OidcIssuer;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCommandTest {
    private static final String CHANGES =
            """
            {"differences": [
              {"kind": "new", "what": "group/t/g", "drift": false, "members": [], "weaker": []},
              {"kind": "changed", "what": "policy/t/g/member", "drift": true,
               "members": [{"name": "policy.stepUp", "from": "{}", "to": null}],
               "weaker": ["The sign-in level is not asked for any more."]}]}""";

    private final AtomicReference<Request> heard = new AtomicReference<>();
    private final AtomicReference<Reply> answer = new AtomicReference<>(json(200, CHANGES));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final OidcIssuer issuer = OidcIssuer.start(0, World.ofTheScenario().personas());
    private final LoopbackServer server =
            LoopbackServer.start(
                    0,
                    request -> {
                        heard.set(request);
                        return answer.get();
                    });
    @TempDir Path folder;

    private static Reply json(int status, String body) {
        return Reply.text(status, "application/json", body);
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("my.yaml"), "tenants: []");
    }

    @AfterEach
    void stop() {
        server.close();
        issuer.close();
    }

    private int run(String command, String... words) {
        var addresses =
                new Addresses(
                        Map.of(Addresses.GATEWAY, server.port(), Addresses.ISSUER, issuer.port()));
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new ConfigurationCommand(out, addresses, folder).run(command, List.of(words));
    }

    @Test
    void plan_prints_the_differences_and_exits_with_2() {
        // When
        int code = run("plan", "my.yaml");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "+ group/t/g",
                        "~ policy/t/g/member   drift: changed through the API since a file was applied",
                        "    policy.stepUp: {} -> nothing",
                        "    weaker: The sign-in level is not asked for any more.",
                        "2 to be made so by apply.");
        assertThat(heard.get().target()).isEqualTo("/ephor/v1/configuration/plan");
        assertThat(heard.get().text()).isEqualTo("tenants: []");
        assertThat(heard.get().headers()).containsEntry("content-type", "text/yaml");
    }

    @Test
    void plan_exits_with_0_where_nothing_differs() {
        // Given
        answer.set(json(200, "{\"differences\": []}"));

        // When
        int code = run("plan", "my.yaml");

        // Then
        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Everything is as the file wants it.");
    }

    @Test
    void apply_exits_with_0_when_it_is_made_so() {
        assertThat(run("apply", folder.resolve("my.yaml").toString())).isZero();
        assertThat(heard.get().target()).isEqualTo("/ephor/v1/configuration/apply");
    }

    @Test
    void tells_what_the_server_refuses() {
        // Given
        answer.set(json(400, "{\"detail\": \"line 3: is at fault\"}"));

        // Then
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run("plan", "my.yaml"))
                .withMessageContaining("line 3: is at fault");
    }

    @Test
    void tells_which_file_token_or_server_is_missing() {
        var wrong = new ArrayList<String>();
        for (List<String> words :
                List.of(
                        List.<String>of(),
                        List.of("none.yaml"),
                        List.of("my.yaml", "--server"),
                        List.of("my.yaml", "--token-from", "NO_SUCH_VARIABLE"),
                        List.of("my.yaml", "--server", "http://127.0.0.1:1"))) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> run("plan", words.toArray(String[]::new)))
                    .satisfies(e -> wrong.add(e.getMessage()));
        }
        assertThat(wrong.get(0)).contains("one file is needed");
        assertThat(wrong.get(1)).contains("none.yaml");
        assertThat(wrong.get(2)).contains("--server needs a value");
        assertThat(wrong.get(3)).contains("NO_SUCH_VARIABLE is not set");
        assertThat(wrong.get(4)).contains("does not answer");
    }
}
