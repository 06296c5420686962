package dev.ephor.kit.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a list: the last entry seen. It goes through a caller's hands as opaque text; what
 * comes back is checked for its form, and can only say from where on to list.
 *
 * @param order the order in which it is a place
 * @param value the entry's value of the property of that order
 */
public record Cursor(String order, String value, String id) {

    /** The entry's place. */
    public static Cursor of(Order order, Object value, String id) {
        return new Cursor(order.toString(), value.toString(), id);
    }

    /**
     * @throws IllegalArgumentException when it was not given out for a list in this order
     */
    public static Cursor parse(String text, Order order) {
        String[] parts =
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                        .split("\n", -1);
        if (parts.length != 3
                || !parts[0].equals(order.toString())
                || text.length() > 1_000
                || (parts[1] + parts[2]).indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not given out");
        }
        var cursor = new Cursor(parts[0], parts[1], parts[2]);
        order.after(cursor);
        return cursor;
    }

    /** The text that a caller gets. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join("\n", order, value, id).getBytes(StandardCharsets.UTF_8));
    }
}
