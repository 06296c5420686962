package dev.ephor.connector.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraTenantTest {

    @Test
    void is_found_by_its_kind() {
        // Given
        var providers = ServiceLoader.load(ConnectorProvider.class);

        // When
        var kinds = providers.stream().map(p -> p.get().kind());

        // Then
        assertThat(kinds).containsExactly("entra");
    }

    @Test
    void is_graph_itself_unless_told_otherwise() {
        // Given
        var settings = settings(Map.of());

        // When
        var tenant = EntraTenant.of(settings);

        // Then
        assertThat(tenant.graphUrl()).hasToString("https://graph.microsoft.com/v1.0");
        assertThat(tenant.tokenUrl()).isEmpty();
        assertThat(tenant.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(tenant.toString()).doesNotContain(tenant.clientSecret());
    }

    @Test
    void may_write_as_much_as_graph_documents_unless_told_otherwise() {
        // Given
        var settings = settings(Map.of("writes", "600"));

        // When
        var told = EntraTenant.of(settings).budget();

        // Then
        assertThat(told.writes()).isEqualTo(600);
        assertThat(told.per()).isEqualTo(Duration.ofSeconds(150));
        assertThat(EntraTenant.of(settings(Map.of())).budget().writes()).isEqualTo(3000);
    }

    @Test
    void refuses_a_budget_that_is_no_number() {
        // Given
        var settings = settings(Map.of("writes", "many"));

        // When
        var thrown = assertThatThrownBy(() -> EntraTenant.of(settings));

        // Then
        thrown.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("writes 'many'");
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.microsoft.com/v1.0, https://login.microsoftonline.com/",
        "https://graph.microsoft.us/v1.0, https://login.microsoftonline.us/",
        "https://microsoftgraph.chinacloudapi.cn/v1.0, https://login.chinacloudapi.cn/"
    })
    void gets_the_tokens_of_each_cloud_from_its_own_authority(String graph, String authority) {
        // Given
        var tenant = EntraTenant.of(settings(Map.of("graphUrl", graph)));

        // When
        var found = Cloud.authority(tenant.graphUrl());

        // Then
        assertThat(found).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.example.com/v1.0",
                "http://127.0.0.1:8085/v1.0",
                "http://graph.microsoft.com/v1.0",
                "https://graph.microsoft.com",
                "https://graph.microsoft.com/v1.0/",
                "graph.microsoft.com"
            })
    void sends_a_token_from_entra_to_no_url_but_graphs(String graph) {
        // Given
        var settings = settings(Map.of("graphUrl", graph));

        // When
        var reading = assertThatThrownBy(() -> EntraTenant.of(settings));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'entra'")
                .hasMessageContaining("graphUrl");
    }

    @Test
    void sends_its_secret_to_no_token_url_but_an_https_or_a_loopback_one() {
        // Given
        var settings = settings(Map.of("tokenUrl", "http://login.example.com/token"));

        // When
        var reading = assertThatThrownBy(() -> EntraTenant.of(settings));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tokenUrl");
    }

    @Test
    void takes_an_emulator_on_loopback() {
        // Given
        var settings =
                settings(
                        Map.of(
                                "graphUrl", "http://127.0.0.1:8085/v1.0",
                                "tokenUrl", "http://127.0.0.1:8085/t/oauth2/v2.0/token"));

        // When
        var tenant = EntraTenant.of(settings);

        // Then
        assertThat(tenant.tokenUrl()).isPresent();
    }

    private static Settings settings(Map<String, String> more) {
        var values =
                new HashMap<>(
                        Map.of("tenantId", "t", "clientId", "c", "clientSecretRef", "SECRET"));
        values.putAll(more);
        return new Settings("entra", values, _ -> "s3cret");
    }
}
