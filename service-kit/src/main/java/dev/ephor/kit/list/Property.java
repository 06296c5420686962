package dev.ephor.kit.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Something that a list can be filtered by, and perhaps ordered by.
 *
 * @param name as callers write it
 * @param column an SQL expression of the code's own
 * @param reader brings a caller's text into the form that the column holds; an
 *     IllegalArgumentException of it is told to the caller
 * @param sorts whether a list can be ordered by it; then it is never null
 */
public record Property(
        String name, Kind kind, String column, UnaryOperator<String> reader, boolean sorts) {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What its values are. */
    public enum Kind {
        TEXT,
        INSTANT
    }

    public static Property text(String name, String column) {
        return new Property(name, Kind.TEXT, column, text -> text, false);
    }

    /** An object id: of a GUID the case says nothing. */
    public static Property id(String name, String column) {
        return new Property(name, Kind.TEXT, column, Property::canonical, false);
    }

    /** One of some words, which are read in any case. */
    public static Property choice(String name, String column, List<String> words) {
        return new Property(name, Kind.TEXT, column, text -> oneOf(words, text), false);
    }

    public static Property instant(String name, String column) {
        return new Property(name, Kind.INSTANT, column, text -> text, false);
    }

    /** The same one, in a list that can be ordered by it. */
    public Property sorting() {
        return new Property(name, kind, column, reader, true);
    }

    /**
     * A caller's value as the database takes it.
     *
     * @throws IllegalArgumentException when it is none
     */
    Object value(String text) {
        return kind == Kind.TEXT ? reader.apply(text) : instant(text);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no time: write one like 2026-01-31T08:00:00Z".formatted(text), e);
        }
    }

    private static String canonical(String id) {
        return GUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
    }

    private static String oneOf(List<String> words, String text) {
        return words.stream()
                .filter(word -> word.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'%s' is none of %s"
                                                .formatted(text, String.join(", ", words))));
    }
}
