package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What is known of kinds of applications: a file of settings each, which hold where a target's own
 * settings say nothing.
 */
final class Profiles {

    static final String STANDARD = "rfc7644";

    private Profiles() {}

    /** The settings on top of those of the profile that they name. */
    static Settings under(Settings settings) {
        String name = settings.optional("profile").orElse(STANDARD);
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "'%s' has profile '%s', which there is not: give one of %s"
                            .formatted(settings.name(), name, String.join(", ", names())));
        }
        Map<String, String> values = new HashMap<>(read(name));
        settings.values()
                .forEach(
                        (key, value) -> {
                            if (!value.isBlank()) {
                                values.put(key, value);
                            }
                        });
        return new Settings(settings.name(), Map.copyOf(values), settings.secrets());
    }

    static List<String> names() {
        try (InputStream names = open("names")) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys and values of one file. */
    static Map<String, String> read(String name) {
        var properties = new Properties();
        try (Reader file =
                new InputStreamReader(open(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
        return values;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                Profiles.class.getResourceAsStream("profiles/" + file), "no profiles/" + file);
    }
}
