package dev.ephor.request.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The settings of a connector. They are published, so that a secret among them is a fault; and no
 * fault repeats a value, because it may be one.
 */
final class Settings {
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{1,127}");

    /** Connectors refuse them too; whoever may define a target must not have them sent to it. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("(QUARKUS|KAFKA|EPHOR|MP|SMALLRYE|JAVA|POSTGRES|PG)_.*");

    private static final Pattern SECRET_KEY =
            Pattern.compile(
                    ".*(secret|password|passwd|passphrase|token|apikey|api_key|privatekey|credentials?|authorization)");

    /** A signed token, a private key, a bearer header, or a URL with a password in it. */
    private static final Pattern SECRET_VALUE =
            Pattern.compile(
                    "eyJ[A-Za-z0-9_-]{10,}.*|-----BEGIN.*|(?i:bearer|basic) .*|\\w+://[^/@]*:[^/@]*@.*",
                    Pattern.DOTALL);

    private Settings() {}

    static Map<String, String> of(YamlMap map) {
        var settings = new LinkedHashMap<String, String>();
        for (String key : map.keys()) {
            map.optional(key).ifPresent(value -> settings.put(key, setting(key, value)));
        }
        return settings;
    }

    private static String setting(String key, YamlValue value) {
        String text = value.plain();
        String name = key.toLowerCase(Locale.ROOT);
        if (name.endsWith("ref")) {
            if (OF_A_SERVICE.matcher(text).matches()) {
                value.fault(
                        "is a setting of the services themselves: give the secret a name of its own, such as APP1_TOKEN");
            } else if (!VARIABLE.matcher(text).matches()) {
                value.fault(
                        "has to be the name of an environment variable (A-Z, 0-9, underscore) that holds the secret, never the secret");
            }
        } else if (SECRET_KEY.matcher(name).matches() || SECRET_VALUE.matcher(text).matches()) {
            value.fault(
                    "looks like a secret: put it into an environment variable and name that as %sRef"
                            .formatted(key));
        }
        return text;
    }
}
