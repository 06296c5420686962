package dev.ephor.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"SESAME\",\"expires_in\":3599}",
                "{\"refresh_token\" : \"SES\\\"AME\"}",
                "{\"password\":\"SESAME",
                "grant_type=client_credentials&client_secret=SESAME&scope=x",
                "the server echoed Authorization: Bearer SESAME",
                "Basic U0VTQU1FSESAME==",
                "https://user:SESAME@app.example.com/Groups",
                "dn: cn=a\nunicodePwd:: SESAME\n",
                "https://app.example.com/Users?api_key=SESAME"
            })
    void cuts_out_what_stands_where_credentials_do(String text) {
        // Given
        assertThat(text).contains("SES");

        // When
        String left = redaction.of(text);

        // Then
        assertThat(left).doesNotContain("SES", "AME").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}",
                "{\"code\":\"Request_ResourceNotFound\",\"message\":\"no basic user\"}",
                "https://app.example.com/Groups?filter=displayName eq \"token holders\"",
                "dn: cn=pass,dc=example"
            })
    void leaves_everything_else_as_it_is(String text) {
        // Given
        var any = redaction;

        // When
        String left = any.of(text);

        // Then
        assertThat(left).isEqualTo(text);
    }

    @Test
    void leaves_no_half_of_a_secret_where_it_cuts_to_length() {
        // Given
        String before = "x".repeat(Redaction.LENGTH - 4);

        // When
        String left = new Redaction(List.of("open-sesame")).of(before + "open-sesame" + before);

        // Then
        assertThat(left).hasSize(Redaction.LENGTH).endsWith("x***…").doesNotContain("open");
    }

    @Test
    void leaves_nothing_of_a_long_text_that_is_hardly_more_than_secrets() {
        // Given
        String secrets = "open-sesame".repeat(20_000);

        // When
        String left = new Redaction(List.of("open-sesame".repeat(100))).of(secrets);

        // Then
        assertThat(left).isEqualTo("***");
    }

    @Test
    void cuts_no_character_in_two_and_leaves_none_that_a_database_refuses() {
        // Given
        String text = "\0" + "x".repeat(Redaction.LENGTH - 3) + "\uD83D\uDD11 and more";

        // When
        String left = redaction.of(text);

        // Then
        assertThat(left).doesNotContain("\0", "\uD83D").endsWith("x…");
    }

    @Test
    void cuts_out_a_secret_that_contains_another_as_a_whole() {
        // Given
        var both = new Redaction(List.of("open", "open-sesame"));

        // When
        String left = both.of("open-sesame");

        // Then
        assertThat(left).isEqualTo("***");
    }
}
