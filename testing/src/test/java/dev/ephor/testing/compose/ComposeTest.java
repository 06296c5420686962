package dev.ephor.testing.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Topics;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {
    private final Compose compose = Compose.read();

    static List<String> services() {
        return Compose.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void
            every_variable_is_a_key_that_the_service_documents_or_a_secret_that_the_configuration_names(
                    String service) {
        // Given
        Set<String> known = Compose.variablesOf(service);
        Set<String> secrets =
                matches(
                        "(?:tokenRef|clientSecretRef): ([A-Z0-9_]+)",
                        Compose.text("docker/ephor.yaml"));
        // When
        Set<String> set = compose.environment(service).keySet();
        // Then
        assertThat(set)
                .isNotEmpty()
                .allMatch(
                        variable -> known.contains(variable) || secrets.contains(variable),
                        "is read");
    }

    @Test
    void every_secret_that_the_configuration_names_reaches_a_service() {
        // Given
        Set<String> secrets = matches("\\w+Ref: ([A-Z0-9_]+)", Compose.text("docker/ephor.yaml"));
        // When
        Set<String> given =
                Compose.SERVICES.stream()
                        .flatMap(service -> compose.environment(service).keySet().stream())
                        .collect(Collectors.toSet());
        // Then
        assertThat(given).containsAll(secrets);
    }

    @Test
    void
            the_audit_log_is_signed_with_a_key_that_is_made_by_its_operator_and_not_in_the_repository() {
        // When
        String key = compose.environment("audit-service").get("EPHOR_AUDIT_CHECKPOINTS_KEYS");
        // Then
        assertThat(compose.secrets("audit-service"))
                .containsOnlyKeys(key)
                .hasEntrySatisfying(
                        key, file -> assertThat(file).startsWith("${EPHOR_AUDIT_KEY:?"));
        assertThat(Compose.text("docker/env.example"))
                .contains("openssl genpkey -algorithm ed25519 -out audit-key.pem")
                .contains("\nEPHOR_AUDIT_KEY=./audit-key.pem\n");
        assertThat(Compose.text(".gitignore").lines()).contains("*.pem");
    }

    @Test
    void every_database_that_a_service_connects_to_is_made_with_its_role() {
        // Given
        String made = Compose.text("docker/postgres/databases.sh");
        Set<String> names =
                Set.of(matches("for service in ([a-z ]+);", made).iterator().next().split(" "));
        // When / Then
        for (String service : Compose.SERVICES) {
            var environment = compose.environment(service);
            String url = environment.get("QUARKUS_DATASOURCE_JDBC_URL");
            if (url != null) {
                String database = url.substring(url.lastIndexOf('/') + 1);
                assertThat(environment).containsEntry("QUARKUS_DATASOURCE_USERNAME", database);
                assertThat(names).contains(database.replace("ephor_", ""));
            }
        }
    }

    @Test
    void every_topic_is_made_by_the_services_themselves() {
        // Given: the broker makes none by itself
        assertThat(compose.environment("kafka"))
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        // When / Then
        assertThat(Compose.SERVICES)
                .allMatch(
                        service ->
                                compose.environment(service)
                                        .getOrDefault("EPHOR_KAFKA_CREATE_TOPICS", "true")
                                        .equals("true"));
        assertThat(Topics.all(12))
                .extracting(topic -> (Object) topic.name())
                .contains("ephor.audit", "ephor.audit.checkpoints", "ephor.dead-letters");
        assertThat(Topics.all(12)).hasSize(Topics.EVENTS.size() + 3);
    }

    @Test
    void the_gateway_passes_on_to_services_that_there_are() {
        // When
        Set<String> upstreams =
                matches("proxy_pass http://([a-z-]+):8080;", Compose.text("docker/nginx.conf"));
        // Then
        assertThat(upstreams).containsExactlyInAnyOrderElementsOf(Compose.SERVICES);
    }

    @Test
    void images_are_pinned() {
        assertThat(compose.images()).hasSize(4).allMatch(image -> image.matches(".+:[0-9].*"));
    }

    @Test
    void ports_are_published_on_loopback_only() {
        assertThat(compose.ports()).hasSize(6).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }
}
