package dev.ephor.request.config;

import dev.ephor.events.Bearable;
import dev.ephor.request.domain.Iso;
import dev.ephor.request.domain.ObjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of the file, read as what it has to be. Where it is something else, that is a fault,
 * and a stand-in comes back so that the reading goes on and finds the other faults.
 */
record YamlValue(String path, Node node, Faults faults) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    void fault(String reason) {
        faults.add(node, path, reason);
    }

    String text() {
        String value = scalar("has to be text");
        if (value == null) {
            return "";
        }
        if (!node.getTag().equals(Tag.STR)) {
            fault("has to be text: put it in quotes");
        } else if (value.isBlank()
                || value.chars().anyMatch(Character::isISOControl)
                || !Bearable.is(value)) {
            fault("is empty, or holds control characters");
        }
        return value;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Whether it is this word. */
    boolean is(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    boolean yesOrNo() {
        String value = scalar("has to be true or false");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            fault("has to be true or false");
        }
        return "true".equals(value);
    }

    /** One of these words, in any case; their names in small letters. */
    <E extends Enum<E>> E oneOf(Class<E> words) {
        E[] all = words.getEnumConstants();
        String value = plain();
        for (E word : all) {
            if (word.name().equalsIgnoreCase(value)) {
                return word;
            }
        }
        fault(
                "has to be one of: "
                        + Stream.of(all)
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
        return all[0];
    }

    /** Any scalar as it is written; numbers and booleans need no quotes. */
    String plain() {
        String value = scalar("has to be one value");
        if (value != null && !Bearable.is(value)) {
            fault("holds the character 0, or half of a surrogate pair");
        }
        return value == null ? "" : value;
    }

    /** An id; object ids in capitals mean the same as in small letters. */
    String id() {
        String value = scalar("has to be an id");
        if (value == null) {
            return "";
        }
        if (!ID.matcher(value).matches()) {
            fault("has to be an id: letters, digits, dot, dash, underscore, at most 128");
            return "";
        }
        return ObjectId.canonical(value);
    }

    Duration duration() {
        Duration duration = parsed("has to be a duration such as PT8H", Iso::duration);
        if (duration == null) {
            return Duration.ZERO;
        }
        if (!duration.isPositive()) {
            fault("has to be longer than nothing");
        }
        return duration;
    }

    Instant instant() {
        Instant instant = parsed("has to be a time such as 2026-01-31T08:00:00Z", Iso::instant);
        return instant == null ? Instant.EPOCH : instant;
    }

    int wholeNumber(int least, int most) {
        String wanted = "has to be a whole number from %d to %d".formatted(least, most);
        Integer number = parsed(wanted, text -> parseInt(text, wanted));
        if (number == null) {
            return least;
        }
        if (number < least || number > most) {
            fault(wanted);
        }
        return number;
    }

    private static int parseInt(String text, String wanted) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wanted, e);
        }
    }

    private <T> @Nullable T parsed(String wanted, Function<String, T> parser) {
        String value = scalar(wanted);
        try {
            return value == null ? null : parser.apply(value);
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The value as it is written; null, and a fault, where it is a list, a map or nothing. */
    private @Nullable String scalar(String wanted) {
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        fault(wanted);
        return null;
    }
}
