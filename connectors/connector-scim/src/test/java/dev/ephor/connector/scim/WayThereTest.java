package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.Answer;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with a private authority, and a proxy in between. */
class WayThereTest {

    @TempDir private static Path folder;
    private static PrivateAuthority app;
    private TunnelProxy proxy;

    @BeforeAll
    static void startApplication() throws Exception {
        app = new PrivateAuthority(folder);
    }

    @AfterAll
    static void stopApplication() {
        app.close();
    }

    @BeforeEach
    void startProxy() throws Exception {
        proxy = new TunnelProxy();
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    @Test
    void trusts_no_authority_that_nobody_named() {
        // When
        var answer = checked(Map.of());

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("not trusted", "caFile");
    }

    @Test
    void trusts_the_authority_of_a_file() {
        // When
        var answer = checked(Map.of("caFile", app.pem.toString()));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
    }

    @Test
    void trusts_no_certificate_of_another_host() {
        // When
        var answer = checked(Map.of("url", app.url("localhost"), "caFile", app.pem.toString()));

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("https://localhost");
    }

    @Test
    void names_a_file_that_holds_no_certificate() throws Exception {
        // Given
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path other = Files.writeString(folder.resolve("other.pem"), "no certificate");
        Path missing = folder.resolve("missing.pem");

        for (Path file : new Path[] {empty, other, missing}) {
            // When
            var reading = assertThatThrownBy(() -> checked(Map.of("caFile", file.toString())));

            // Then
            reading.isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("caFile '" + file);
        }
    }

    @Test
    void goes_through_a_proxy_that_knows_us() {
        // When
        var answer = checked(proxied(TunnelProxy.PASSWORD));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
        assertThat(proxy.tunnels).hasSize(1).allMatch(to -> app.url("127.0.0.1").contains(to));
    }

    @Test
    void says_that_a_proxy_does_not_know_us() {
        // When
        var answer = checked(proxied("another-password"));

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why())
                .contains("proxyUser", "proxyPasswordRef")
                .doesNotContain("another-password");
    }

    @Test
    void says_that_a_proxy_is_not_there() {
        // Given
        proxy.close();

        // When
        var answer = checked(proxied(TunnelProxy.PASSWORD));

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        assertThat(answer.why()).contains("through 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com:3128",
                "https://proxy.example.com:3128",
                "http://proxy.example.com",
                "http://me:hidden@proxy.example.com:3128"
            })
    void names_a_proxy_that_is_none(String url) {
        // When
        var reading = assertThatThrownBy(() -> checked(Map.of("proxy", url)));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1' has proxy")
                .hasMessageNotContaining("hidden");
    }

    private Map<String, String> proxied(String password) {
        return Map.of(
                "caFile",
                app.pem.toString(),
                "proxy",
                proxy.url(),
                "proxyUser",
                TunnelProxy.USER,
                "proxyPasswordRef",
                password);
    }

    private Answer checked(Map<String, String> extra) {
        var values = new HashMap<String, String>();
        values.put("url", app.url("127.0.0.1"));
        values.put("tokenRef", "token-0123456789");
        values.putAll(extra);
        var target = ScimTarget.of(new Settings("app1", values, reference -> reference));
        try (var connector = ScimConnector.open(target)) {
            return connector.check();
        }
    }
}
