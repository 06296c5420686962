package dev.ephor.kit.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of an SQL statement that is true or not, with what is bound to its question marks: texts,
 * instants, and lists of texts (arrays).
 */
public record Condition(String sql, List<Object> parameters) {
    /** Always true. */
    public static final Condition ANY = new Condition("true", List.of());

    public Condition {
        parameters = List.copyOf(parameters);
    }

    public static Condition of(String sql, Object... parameters) {
        return new Condition(sql, Arrays.asList(parameters));
    }

    public Condition and(Condition other) {
        return joined(" and ", other);
    }

    public Condition or(Condition other) {
        return joined(" or ", other);
    }

    /** True wherever this is not: also where this is unknown, because something is null. */
    Condition negated() {
        return new Condition("(" + sql + ") is not true", parameters);
    }

    private Condition joined(String word, Condition other) {
        var all = new ArrayList<>(parameters);
        all.addAll(other.parameters);
        return new Condition("(" + sql + word + other.sql + ")", all);
    }
}
