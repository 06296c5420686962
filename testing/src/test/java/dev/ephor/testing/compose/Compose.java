package dev.ephor.testing.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml and what it refers to, read from the project's root. */
final class Compose {
    static final List<String> SERVICES =
            List.of(
                    "request-service",
                    "approval-service",
                    "membership-service",
                    "provisioning-service",
                    "audit-service");

    private static final Path ROOT = Path.of("..");

    private final JsonNode services;
    private final JsonNode secrets;

    private Compose(JsonNode whole) {
        this.services = whole.path("services");
        this.secrets = whole.path("secrets");
    }

    static Compose read() {
        // SnakeYAML resolves the anchors and merge keys that Jackson's mapper does not.
        Object tree = new Yaml().load(text("docker-compose.yml"));
        return new Compose(new YAMLMapper().valueToTree(tree));
    }

    Map<String, String> environment(String service) {
        var found = new TreeMap<String, String>();
        services.path(service)
                .path("environment")
                .properties()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().asText()));
        return found;
    }

    /** The files that a service finds in {@code /run/secrets}, and where they come from. */
    Map<String, String> secrets(String service) {
        var found = new TreeMap<String, String>();
        services.path(service)
                .path("secrets")
                .forEach(
                        name ->
                                found.put(
                                        "/run/secrets/" + name.asText(),
                                        secrets.path(name.asText()).path("file").asText()));
        return found;
    }

    List<String> images() {
        var found = new ArrayList<String>();
        services.forEach(service -> service.path("image").asText("").lines().forEach(found::add));
        text("docker/Dockerfile")
                .lines()
                .filter(l -> l.startsWith("FROM "))
                .map(l -> l.substring(5))
                .forEach(found::add);
        return found;
    }

    List<String> ports() {
        var found = new ArrayList<String>();
        services.forEach(
                service -> service.path("ports").forEach(port -> found.add(port.asText())));
        return found;
    }

    /** The variables by which a service's documented keys are set from outside. */
    static Set<String> variablesOf(String service) {
        String documented =
                text(service + "/src/main/resources/application.properties")
                        .lines()
                        .map(line -> line.replaceFirst("^#\\s*(?=[a-z][a-z0-9.\"-]*=)", ""))
                        .collect(Collectors.joining("\n"));
        var keys = new Properties();
        try {
            keys.load(new StringReader(documented));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys.stringPropertyNames().stream()
                .map(Compose::variable)
                .collect(Collectors.toSet());
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** MicroProfile Config's rule for environment variables. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
