package dev.ephor.kit.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a list can be filtered and ordered by.
 *
 * @param idColumn an SQL expression that tells any two entries apart
 * @param usual the order where none is asked for
 */
public record Columns(String idColumn, List<Property> properties, Order usual) {
    public Columns {
        properties = List.copyOf(properties);
    }

    /** A list that is newest first, by the first of these properties, unless asked otherwise. */
    public static Columns newestFirst(String idColumn, Property... properties) {
        var usual = new Order(properties[0], true, idColumn);
        return new Columns(idColumn, Arrays.asList(properties), usual);
    }

    /** A list that is ordered by id, the first of these properties, unless asked otherwise. */
    public static Columns byId(Property... properties) {
        String id = properties[0].column();
        return new Columns(id, Arrays.asList(properties), new Order(properties[0], false, id));
    }

    /**
     * @throws FilterInvalid when it cannot be understood
     */
    public Filter filter(String text) {
        return FilterParser.parse(text, this);
    }

    /**
     * Reads OData's {@code $orderby}: one property, and {@code asc} or {@code desc}.
     *
     * @throws IllegalArgumentException when the list cannot be ordered so
     */
    public Order order(String text) {
        String[] words = text.strip().split("\\s+");
        boolean descending = words.length == 2 && words[1].equalsIgnoreCase("desc");
        boolean ascending = words.length == 1 || words[1].equalsIgnoreCase("asc");
        return find(words[0])
                .filter(Property::sorts)
                .filter(_ -> words.length <= 2 && (ascending || descending))
                .map(property -> new Order(property, descending, idColumn))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no order '%s': give one of %s, and asc or desc."
                                                .formatted(text, sortingNames())));
    }

    Optional<Property> find(String name) {
        return properties.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    String names() {
        return properties.stream().map(Property::name).collect(Collectors.joining(", "));
    }

    private String sortingNames() {
        return properties.stream()
                .filter(Property::sorts)
                .map(Property::name)
                .collect(Collectors.joining(", "));
    }
}
