package dev.ephor.connector.scim;

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

class ScimTargetTest {

    @Test
    void is_found_by_its_kind() {
        // Given
        var providers = ServiceLoader.load(ConnectorProvider.class);

        // When
        var kinds = providers.stream().map(p -> p.get().kind());

        // Then
        assertThat(kinds).containsExactly("scim");
    }

    @Test
    void needs_a_url_and_a_token_only() {
        // Given
        var settings = settings("url", "https://app1.example.com/scim/v2/");

        // When
        var target = ScimTarget.of(settings);

        // Then
        assertThat(target.url()).isEqualTo("https://app1.example.com/scim/v2");
        assertThat(target.credential()).isEqualTo(new Credential.Bearer("t0ken"));
        assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void does_not_print_the_token() {
        // Given
        var target = ScimTarget.of(settings("url", "https://app1.example.com"));

        // When
        var text = target.toString();

        // Then
        assertThat(text).contains("app1").doesNotContain("t0ken");
    }

    @ParameterizedTest
    @CsvSource({"removalForm, both", "batch, many", "timeout, 10"})
    void names_the_setting_that_is_wrong(String key, String value) {
        // Given
        var settings = settings(key, value);

        // When
        var reading = assertThatThrownBy(() -> ScimTarget.of(settings));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1'")
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app1.example.com",
                "http://app1.example.com/scim",
                "http://localhost.example.com/scim",
                "ftp://127.0.0.1/scim",
                "https://app1.example.com/scim?tenant=1",
                "https://me@app1.example.com/scim",
                "https:// app1"
            })
    void sends_a_token_to_no_url_but_an_https_one(String url) {
        // Given
        var settings = settings("url", url);

        // When
        var reading = assertThatThrownBy(() -> ScimTarget.of(settings));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("url");
    }

    private static Settings settings(String key, String value) {
        var values = new HashMap<>(Map.of("url", "https://app1.example.com", "tokenRef", "T"));
        values.put(key, value);
        return new Settings("app1", values, _ -> "t0ken");
    }
}
