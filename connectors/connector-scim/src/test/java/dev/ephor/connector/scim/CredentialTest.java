package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String SECRET = "s3cret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokenRef=T",
                "user=ephor;passwordRef=P",
                "tokenUrl=https://login.example.com/token;clientId=ephor;clientSecretRef=S"
            })
    void is_what_the_settings_hold(String given) {
        // When
        var credential = Credential.of(settings(given));

        // Then
        assertThat(credential.secrets()).contains(SECRET);
        assertThat(credential.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout=PT1S | tokenRef",
                "tokenRef=T;user=ephor;passwordRef=P | tokenRef and user",
                "user=ephor | passwordRef",
                "user=me:you;passwordRef=P | colon",
                "tokenUrl=https://login.example.com/token;clientId=ephor | clientSecretRef",
                "tokenUrl=https://login.example.com/token;clientSecretRef=S | clientId",
                "tokenUrl=http://login.example.com/token;clientId=e;clientSecretRef=S | tokenUrl",
                "tokenUrl=https://l.example.com;clientId=e;clientSecretRef=S;clientSecretIn=body | basic or post"
            })
    void names_what_is_missing_or_wrong(String given, String named) {
        // When
        var reading = assertThatThrownBy(() -> Credential.of(settings(given)));

        // Then
        reading.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'app1'")
                .hasMessageContaining(named);
    }

    @Test
    void is_never_shown_where_it_was_put_into_a_url() {
        // Given
        var settings = settings("tokenUrl=https://me:hidden@login.example.com/token");

        // When
        var reading = assertThatThrownBy(() -> Credential.of(settings));

        // Then
        reading.hasMessageContaining("tokenUrl").hasMessageNotContaining("hidden");
    }

    private static Settings settings(String given) {
        Map<String, String> values =
                Arrays.stream(given.split(";"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Settings("app1", values, _ -> SECRET);
    }
}
