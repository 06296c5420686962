package dev.ephor.connector.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephor.connector.Answer;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AzureTokensTest {

    private static final EntraTenant TENANT =
            EntraTenant.of(
                    new Settings(
                            "entra",
                            Map.of(
                                    "tenantId",
                                    UUID.randomUUID().toString(),
                                    "clientId",
                                    UUID.randomUUID().toString(),
                                    "clientSecretRef",
                                    "SECRET",
                                    "timeout",
                                    "PT5S"),
                            _ -> "s3cret"));

    @Test
    void says_that_entra_can_not_be_reached() throws IOException {
        // Given
        var tokens = AzureTokens.of(TENANT, "https://127.0.0.1:" + unusedPort());
        var graph = URI.create("https://graph.microsoft.com/v1.0/groups");

        // When
        var none =
                catchThrowableOfType(
                        NoAnswer.class, () -> tokens.getAuthorizationToken(graph, Map.of()));

        // Then
        assertThat(none.answer()).isInstanceOf(Answer.Unreachable.class);
        assertThat(none.answer().why()).contains("entra", "token").doesNotContain("s3cret");
    }

    @Test
    void gives_no_token_to_another_host() {
        // Given
        var tokens = AzureTokens.of(TENANT);
        var elsewhere = URI.create("https://graph.example.com/v1.0/groups");

        // When
        var token = tokens.getAuthorizationToken(elsewhere, Map.of());

        // Then
        assertThat(token).isEmpty();
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
