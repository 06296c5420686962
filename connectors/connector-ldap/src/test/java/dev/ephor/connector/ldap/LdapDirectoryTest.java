package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapDirectoryTest {

    private static final Map<String, String> RIGHT =
            Map.of(
                    "urls", "ldaps://dc1.example.com, ldaps://dc2.example.com:3636",
                    "bindDn", "ephor@example.com",
                    "passwordRef", "AD_PASSWORD",
                    "profile", "active-directory",
                    "base", "DC=example,DC=com");

    @Test
    void is_found_by_its_kind() {
        // Given
        var providers = ServiceLoader.load(ConnectorProvider.class);

        // When
        var kinds = providers.stream().map(p -> p.get().kind());

        // Then
        assertThat(kinds).containsExactly("ldap");
    }

    @Test
    void takes_the_servers_in_their_order() {
        // When
        var directory = of(RIGHT);

        // Then
        assertThat(directory.addresses())
                .extracting(Address::toString)
                .containsExactly("ldaps://dc1.example.com:636", "ldaps://dc2.example.com:3636");
    }

    @Test
    void keeps_the_password_to_itself() {
        // When
        var directory = of(RIGHT);

        // Then
        assertThat(directory.toString()).doesNotContain("the-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "urls; ldap://dc1.example.com; startTls",
                "urls; https://dc1.example.com; ldaps://",
                "urls; ldaps://dc1.example.com/dc=example; ldaps://",
                "startTls; yes; true or false",
                "caFile; /nowhere/ca.pem; PEM",
                "profile; nis; group-of-names",
                "base; example.com; a DN",
                "groupFrom; userName; displayName",
                "principalFrom; displayName; userName",
                "principalBy; a)(b; attribute",
                "placeholder; nobody; a DN",
                "nested; maybe; true or false",
                "grants; pim; ttl or members",
                "timeout; 10; PT10S",
                "connections; 0; greater than zero"
            })
    void names_the_setting_and_the_way_out(String key, String value, String wayOut) {
        // Given
        var values = new HashMap<>(RIGHT);
        values.put(key, value);

        // When
        var opening = assertThatThrownBy(() -> of(values));

        // Then
        opening.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ad'")
                .hasMessageContaining(key)
                .hasMessageContaining(wayOut);
    }

    @ParameterizedTest
    @CsvSource({"nested,true", "grants,ttl"})
    void has_only_active_directory_do_what_no_other_can(String key, String value) {
        // Given
        var values = new HashMap<>(RIGHT);
        values.putAll(Map.of("profile", "posix", key, value));

        // When
        var opening = assertThatThrownBy(() -> of(values));

        // Then
        opening.hasMessageContaining(key).hasMessageContaining("active-directory");
    }

    private static LdapDirectory of(Map<String, String> values) {
        return LdapDirectory.of(new Settings("ad", values, _ -> "the-secret"));
    }
}
