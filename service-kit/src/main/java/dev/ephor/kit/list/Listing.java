package dev.ephor.kit.list;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param filter null: everything
 * @param after null: from the beginning
 * @param size how many at the most
 */
public record Listing(@Nullable Filter filter, Order order, @Nullable Cursor after, int size) {

    /** Which entries are meant at all, whatever the piece. */
    public Condition condition() {
        return filter == null ? Condition.ANY : filter.condition();
    }

    /** Which entries the piece is taken from. */
    public Condition rest() {
        return after == null ? condition() : condition().and(order.after(after));
    }
}
