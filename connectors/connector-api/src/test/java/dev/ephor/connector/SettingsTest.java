package dev.ephor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void names_the_target_and_the_key_that_is_missing() {
        // Given
        var settings = new Settings("app1", Map.of("url", " "), _ -> "");

        // When
        var reading = assertThatThrownBy(() -> settings.required("url"));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1'")
                .hasMessageContaining("'url'");
    }

    @Test
    void names_the_variable_that_a_missing_secret_is_looked_for_in() {
        // Given
        var settings = new Settings("app1", Map.of("tokenRef", "APP1_TOKEN"), _ -> null);

        // When
        var reading = assertThatThrownBy(() -> settings.secret("tokenRef"));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("APP1_TOKEN");
    }

    @Test
    void reads_a_secret_by_its_name() {
        // Given
        var settings = new Settings("app1", Map.of("tokenRef", "T"), "secret of "::concat);

        // When
        var secret = settings.secret("tokenRef");

        // Then
        assertThat(secret).isEqualTo("secret of T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_DATASOURCE_PASSWORD",
                "quarkus.datasource.password",
                "KAFKA_SASL_JAAS_CONFIG",
                "EPHOR_DATABASE_PASSWORD",
                "MP_JWT_VERIFY_PUBLICKEY"
            })
    void sends_nobody_a_setting_of_the_service_itself(String name) {
        // Given
        var settings = new Settings("app1", Map.of("tokenRef", name), _ -> "the password");

        // When
        var reading = assertThatThrownBy(() -> settings.secret("tokenRef"));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("a setting of the service itself");
    }

    @Test
    void takes_the_default_for_an_absent_length_of_time() {
        // Given
        var settings = new Settings("app1", Map.of(), _ -> "");

        // When
        var timeout = settings.duration("timeout", Duration.ofSeconds(10));

        // Then
        assertThat(timeout).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "ten", "PT0S", "PT-1S", "P1M"})
    void refuses_what_is_no_length_of_time(String text) {
        // Given
        var settings = new Settings("app1", Map.of("timeout", text), _ -> "");

        // When
        var reading = assertThatThrownBy(() -> settings.duration("timeout", Duration.ZERO));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeout")
                .hasMessageContaining("PT10S");
    }
}
