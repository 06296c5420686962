package dev.ephor.kit.list;

import org.jspecify.annotations.Nullable;

/** Which entries of a list are asked for (OData 4.01, URL conventions 5.1.1). */
public sealed interface Filter {

    /** How a property is compared. */
    enum Operator {
        EQ("="),
        NE("is distinct from"),
        GT(">"),
        GE(">="),
        LT("<"),
        LE("<=");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        boolean isOrdering() {
            return this != EQ && this != NE;
        }
    }

    /**
     * @param value a String or an Instant; null: nothing
     */
    record Comparison(Property property, Operator operator, @Nullable Object value)
            implements Filter {}

    record And(Filter left, Filter right) implements Filter {}

    record Or(Filter left, Filter right) implements Filter {}

    record Not(Filter filter) implements Filter {}

    /** The same in SQL. */
    default Condition condition() {
        return switch (this) {
            case Comparison comparison -> condition(comparison);
            case And(Filter left, Filter right) -> left.condition().and(right.condition());
            case Or(Filter left, Filter right) -> left.condition().or(right.condition());
            case Not(Filter filter) -> filter.condition().negated();
        };
    }

    /** Whether only entries with one known value, or a few, of this property are asked for. */
    default boolean pins(String property) {
        return switch (this) {
            case Comparison(Property of, Operator operator, Object value) ->
                    of.name().equals(property) && operator == Operator.EQ && value != null;
            case And(Filter left, Filter right) -> left.pins(property) || right.pins(property);
            case Or(Filter left, Filter right) -> left.pins(property) && right.pins(property);
            case Not _ -> false;
        };
    }

    private static Condition condition(Comparison comparison) {
        String column = comparison.property.column();
        Object value = comparison.value;
        if (value == null) {
            String not = comparison.operator == Operator.EQ ? "" : "not ";
            return Condition.of(column + " is " + not + "null");
        }
        return Condition.of("%s %s ?".formatted(column, comparison.operator.sql), value);
    }
}
