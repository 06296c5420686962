package dev.ephor.kit.list;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param condition which entries are meant at all, whatever the piece
 * @param after null: from the beginning
 * @param size how many at the most
 */
public record Listing(Condition condition, Order order, @Nullable Cursor after, int size) {

    /** Which entries the piece is taken from. */
    Condition rest() {
        return after == null ? condition : condition.and(order.after(after));
    }

    /** The piece that a page asks for whose entries are among these only. */
    public Listing within(Condition other) {
        return new Listing(condition.and(other), order, after, size);
    }
}
