package dev.ephor.kit.list;

import dev.ephor.kit.list.Filter.Operator;
import dev.ephor.kit.list.FilterTokens.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads OData's {@code $filter}: comparisons of properties with texts, GUIDs, times and null,
 * joined by {@code and}, {@code or}, {@code not} and parentheses. Words are read in any case.
 */
final class FilterParser {
    private static final int MOST_COMPARISONS = 50;
    private static final int DEEPEST = 20;

    private final Columns columns;
    private final FilterTokens tokens;
    private int comparisons;
    private int depth;

    private FilterParser(Columns columns, FilterTokens tokens) {
        this.columns = columns;
        this.tokens = tokens;
    }

    /**
     * @throws FilterInvalid when it names another property than these, or is none
     */
    static Filter parse(String text, Columns columns) {
        var parser = new FilterParser(columns, new FilterTokens(text));
        Filter filter = parser.alternatives();
        Token rest = parser.tokens.peek();
        if (rest != null) {
            throw new FilterInvalid("There is no operator '%s'.".formatted(rest));
        }
        return filter;
    }

    private Filter alternatives() {
        Filter filter = conjunction();
        while (tokens.takes("or")) {
            filter = new Filter.Or(filter, conjunction());
        }
        return filter;
    }

    private Filter conjunction() {
        Filter filter = term();
        while (tokens.takes("and")) {
            filter = new Filter.And(filter, term());
        }
        return filter;
    }

    private Filter term() {
        if (++depth > DEEPEST) {
            throw new FilterInvalid("It is nested too deeply.");
        }
        try {
            if (tokens.takes("not")) {
                return new Filter.Not(term());
            }
            return tokens.takes("(") ? parenthesis() : comparison();
        } finally {
            depth--;
        }
    }

    private Filter parenthesis() {
        Filter filter = alternatives();
        if (!tokens.takes(")")) {
            throw new FilterInvalid("A parenthesis is not closed.");
        }
        return filter;
    }

    private Filter comparison() {
        if (++comparisons > MOST_COMPARISONS) {
            throw new FilterInvalid("It has more than %d comparisons.".formatted(MOST_COMPARISONS));
        }
        Token name = tokens.take("a property");
        Property property =
                columns.find(name.text())
                        .filter(_ -> !name.isText())
                        .orElseThrow(
                                () ->
                                        new FilterInvalid(
                                                "There is no property '%s' to filter by; there are %s."
                                                        .formatted(name.text(), columns.names())));
        Operator operator = operator(property, tokens.take("an operator"));
        return new Filter.Comparison(
                property, operator, value(property, operator, tokens.take("a value")));
    }

    private static Operator operator(Property property, Token token) {
        for (Operator operator : Operator.values()) {
            if (token.is(operator.name())) {
                if (operator.isOrdering() && property.kind() == Property.Kind.TEXT) {
                    throw new FilterInvalid(
                            "'%s' is compared by eq and ne, not by %s."
                                    .formatted(property.name(), token));
                }
                return operator;
            }
        }
        throw new FilterInvalid(
                "There is no operator '%s' for '%s'; there are eq, ne, gt, ge, lt, le, and, or, not."
                        .formatted(token.text(), property.name()));
    }

    private static @Nullable Object value(Property property, Operator operator, Token token) {
        if (token.is("null")) {
            if (operator.isOrdering()) {
                throw new FilterInvalid(
                        "'%s %s null' says nothing."
                                .formatted(
                                        property.name(), operator.name().toLowerCase(Locale.ROOT)));
            }
            return null;
        }
        try {
            return property.value(token.text());
        } catch (IllegalArgumentException e) {
            throw new FilterInvalid("'%s': %s.".formatted(property.name(), e.getMessage()));
        }
    }
}
