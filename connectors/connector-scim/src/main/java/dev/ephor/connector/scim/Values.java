package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Settings whose values are of a few known ones. */
record Values(Settings settings) {

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String text = settings.required(key);
        List<String> known =
                Stream.of(type.getEnumConstants())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!known.contains(text.toLowerCase(Locale.ROOT))) {
            throw wrong(key, text, String.join(" or ", known));
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    /** At least one of those that are known, in the order in which they are given. */
    List<String> someOf(String key, List<String> known) {
        settings.required(key);
        return anyOf(key, known);
    }

    List<String> anyOf(String key, List<String> known) {
        String text = settings.optional(key).orElse("");
        List<String> given =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
        if (!known.containsAll(given)) {
            throw wrong(key, text, "some of " + String.join(", ", known));
        }
        return given;
    }

    IllegalArgumentException wrong(String key, String text, String wanted) {
        return new IllegalArgumentException(
                "'%s' has %s '%s': give %s".formatted(settings.name(), key, text, wanted));
    }
}
