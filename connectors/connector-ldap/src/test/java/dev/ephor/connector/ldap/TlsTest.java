package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryListenerConfig;
import dev.ephor.connector.Answer;
import dev.ephor.connector.conformance.Fault;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that nobody else reads, with certificates of a private authority. */
class TlsTest {

    @TempDir Path folder;
    private Authority authority;

    @BeforeEach
    void sign() {
        authority = Authority.in(folder);
    }

    @Test
    void speaks_ldaps_with_a_server_of_a_private_authority() throws Exception {
        // When
        var answer = checked(ldaps(), "ldaps", Map.of("caFile", authority.ca().toString()));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
    }

    @Test
    void encrypts_a_plain_line_before_it_signs_in() throws Exception {
        // When
        var answer =
                checked(
                        startTls(),
                        "ldap",
                        Map.of("caFile", authority.ca().toString(), "startTls", "true"));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
    }

    @Test
    void signs_in_nowhere_where_the_line_cannot_be_encrypted() throws Exception {
        // Given
        var plain = new InMemory(Layout.NAMES);

        // When
        var answer = checked(plain, "ldap", Map.of("startTls", "true"));

        // Then
        assertThat(answer.succeeded()).isFalse();
        assertThat(plain.mishaps().bound()).isEmpty();
    }

    @Test
    void trusts_no_certificate_of_another_authority() throws Exception {
        // Given
        Path other = Authority.in(Files.createDirectory(folder.resolve("other"))).ca();

        // When
        var answer = checked(ldaps(), "ldaps", Map.of("caFile", other.toString()));

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("caFile");
    }

    @Test
    void trusts_no_certificate_of_another_host() throws Exception {
        // When
        var answer =
                checked(ldaps(), "ldaps", Map.of("caFile", authority.ca().toString()), "localhost");

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("localhost");
    }

    @Test
    void gives_up_on_a_server_that_never_shows_a_certificate() throws Exception {
        // Given
        var settings = Map.of("caFile", authority.ca().toString(), "timeout", "PT0.3S");

        // When
        Answer answer;
        try (var side = LdapSide.of(ldaps())) {
            var values = new HashMap<>(settings);
            values.put("urls", side.url().replace("ldap:", "ldaps:"));
            side.suffer(Fault.SILENT);
            try (var connector = new LdapConnectorProvider().open(side.settings(values))) {
                answer = connector.check();
            }
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }

    private InMemory ldaps() throws Exception {
        return new InMemory(
                Layout.NAMES,
                Map.of(),
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps",
                        InetAddress.getLoopbackAddress(),
                        0,
                        authority.serving().createSSLServerSocketFactory(),
                        authority.serving().createSSLSocketFactory()));
    }

    private InMemory startTls() throws Exception {
        return new InMemory(
                Layout.NAMES,
                Map.of(),
                InMemoryListenerConfig.createLDAPConfig(
                        "starttls",
                        InetAddress.getLoopbackAddress(),
                        0,
                        authority.serving().createSSLSocketFactory()));
    }

    private static Answer checked(InMemory server, String scheme, Map<String, String> more) {
        return checked(server, scheme, more, "127.0.0.1");
    }

    private static Answer checked(
            InMemory server, String scheme, Map<String, String> more, String host) {
        try (var side = LdapSide.of(server)) {
            var values = new HashMap<>(more);
            values.put("urls", "%s://%s:%d".formatted(scheme, host, server.port()));
            values.put("timeout", "PT60S");
            try (var connector = new LdapConnectorProvider().open(side.settings(values))) {
                return connector.check();
            }
        }
    }
}
