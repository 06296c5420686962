package dev.ephor.kit.rest;

import dev.ephor.kit.list.Cursor;
import dev.ephor.kit.list.Order;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page that a call asks for.
 *
 * @param size how many entries at the most
 * @param after the mark of the last entry seen, as a page's link carries it; null: from the
 *     beginning. It comes from the caller and may be anything.
 */
public record Paging(UriInfo uri, Style style, int size, @Nullable String after) {

    /** How an API calls the two parameters, and how large a page may be. */
    public enum Style {
        NATIVE("limit", "after", 1_000),
        /** Graph's {@code $top} and {@code $skiptoken} (OData 4.01, URL conventions 5.1.6). */
        GRAPH("$top", "$skiptoken", 999);

        private static final int USUAL_SIZE = 100;

        private final String sizeParameter;
        private final String afterParameter;
        private final int largestSize;

        Style(String sizeParameter, String afterParameter, int largestSize) {
            this.sizeParameter = sizeParameter;
            this.afterParameter = afterParameter;
            this.largestSize = largestSize;
        }

        /**
         * @throws ApiError 400 when the size is none
         */
        public Paging of(UriInfo uri) {
            var given = uri.getQueryParameters();
            String size = given.getFirst(sizeParameter);
            return new Paging(
                    uri,
                    this,
                    size == null ? USUAL_SIZE : size(size),
                    given.getFirst(afterParameter));
        }

        private int size(String text) {
            try {
                int size = Integer.parseInt(text);
                if (size >= 1 && size <= largestSize) {
                    return size;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw ApiError.badRequest(
                    "The parameter '%s' is '%s': give a whole number from 1 to %d."
                            .formatted(sizeParameter, text, largestSize));
        }
    }

    /** How many to look for: whether the last one is found tells whether there is a next page. */
    public int oneMore() {
        return size + 1;
    }

    /**
     * The mark as a place in a list of this order.
     *
     * @throws ApiError 400 when it is none
     */
    public @Nullable Cursor cursor(Order order) {
        try {
            return after == null ? null : Cursor.parse(after, order);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(
                    "The parameter '%s' was not given out for this list in this order: follow the link to the next page as it is."
                            .formatted(style.afterParameter));
        }
    }

    /**
     * @param found in the order of the list, at most {@link #oneMore()}
     * @param mark what the next page's link carries of the last entry of this one
     */
    public <T> Page<T> page(List<T> found, Function<? super T, ? extends Object> mark) {
        if (found.size() <= size) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> entries = List.copyOf(found.subList(0, size));
        return new Page<>(entries, behind(mark.apply(entries.getLast()).toString()));
    }

    /** By hand: the URI builder writes {@code $} as {@code %24} and then finds it no more. */
    private URI behind(String mark) {
        String asked = uri.getRequestUri().getRawQuery();
        var query =
                Stream.of(asked == null ? new String[0] : asked.split("&"))
                        .filter(pair -> !pair.isEmpty() && !isMark(pair))
                        .collect(Collectors.toCollection(ArrayList::new));
        query.add(style.afterParameter + "=" + URLEncoder.encode(mark, StandardCharsets.UTF_8));
        return URI.create(uri.getAbsolutePath() + "?" + String.join("&", query));
    }

    private boolean isMark(String pair) {
        String name = pair.substring(0, (pair + "=").indexOf('='));
        return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(style.afterParameter);
    }
}
