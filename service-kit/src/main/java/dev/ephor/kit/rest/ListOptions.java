package dev.ephor.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Cursor;
import dev.ephor.kit.list.Filter;
import dev.ephor.kit.list.FilterInvalid;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Order;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list or an object in Graph's way: {@code $filter}, {@code $orderby},
 * {@code $top}, {@code $skiptoken}, {@code $count}, {@code $select} and {@code $expand} (OData
 * 4.01, URL conventions 5.1). An option that is not served is refused: a filter that is ignored
 * would show what was not asked for.
 *
 * @param filter null: none
 * @param after null: from the beginning
 * @param count whether the length of the whole list is wanted
 * @param select the members that are wanted; empty: all
 * @param expand the related things that are wanted too
 */
public record ListOptions(
        Paging paging,
        @Nullable Filter filter,
        Order order,
        @Nullable Cursor after,
        boolean count,
        Set<String> select,
        Set<String> expand) {
    private static final Set<String> OF_A_LIST =
            Set.of("$filter", "$orderby", "$top", "$skiptoken", "$count", "$select", "$expand");
    private static final Set<String> OF_AN_OBJECT = Set.of("$select", "$expand");

    /**
     * What can be asked for.
     *
     * @param members those of its JSON objects
     * @param related what can be expanded
     */
    public record Shape(Columns columns, Set<String> members, Set<String> related) {}

    /**
     * @throws ApiError 400 naming the option that is not understood
     */
    public static ListOptions of(UriInfo uri, Shape shape) {
        return of(uri, shape, OF_A_LIST);
    }

    /** Those of a single object: what of it is wanted. */
    public static ListOptions ofObject(UriInfo uri, Shape shape) {
        return of(uri, shape, OF_AN_OBJECT);
    }

    private static ListOptions of(UriInfo uri, Shape shape, Set<String> known) {
        var given = new QueryParameters(uri, known);
        Paging paging = Paging.Style.GRAPH.of(uri);
        Order order = order(given.text("$orderby"), shape.columns());
        return new ListOptions(
                paging,
                filter(given.text("$filter"), shape.columns()),
                order,
                paging.cursor(order),
                isWanted(given.text("$count")),
                names("$select", given.text("$select"), shape.members()),
                names("$expand", given.text("$expand"), shape.related()));
    }

    /** What to read: one more than the page has, which tells whether another follows. */
    public Listing listing() {
        return new Listing(
                filter == null ? Condition.ANY : filter.condition(),
                order,
                after,
                paging.oneMore());
    }

    /**
     * @param found what {@link #listing()} found
     */
    public <T> Page<T> page(List<Listed<T>> found) {
        return paging.page(found, Listed::place).map(Listed::entry);
    }

    /** The object with nothing but the wanted members; annotations stay. */
    public Object project(Object entry, ObjectMapper json) {
        if (select.isEmpty()) {
            return entry;
        }
        ObjectNode object = json.valueToTree(entry);
        object.retain(
                object.properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .filter(name -> name.contains("@") || isWanted(name, select, expand))
                        .toList());
        return object;
    }

    private static boolean isWanted(String name, Set<String> select, Set<String> expand) {
        return select.contains(name) || expand.contains(name);
    }

    private static @Nullable Filter filter(@Nullable String text, Columns columns) {
        try {
            return text == null ? null : columns.filter(text);
        } catch (FilterInvalid e) {
            throw new ApiError(
                    400, "InvalidFilter", "The $filter is not understood: " + e.getMessage());
        }
    }

    private static Order order(@Nullable String text, Columns columns) {
        try {
            return text == null ? columns.usual() : columns.order(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("The $orderby is not understood. " + e.getMessage());
        }
    }

    private static boolean isWanted(@Nullable String count) {
        if (count == null || count.equalsIgnoreCase("false")) {
            return false;
        }
        if (count.equalsIgnoreCase("true")) {
            return true;
        }
        throw ApiError.badRequest("$count is '%s': give true or false.".formatted(count));
    }

    private static Set<String> names(String option, @Nullable String text, Set<String> known) {
        var names = new LinkedHashSet<String>();
        if (text != null) {
            Arrays.stream(text.split(",", -1)).map(String::strip).forEach(names::add);
        }
        for (String name : names) {
            if (!known.contains(name)) {
                throw ApiError.badRequest(
                        "The %s '%s' is not served here: give some of %s."
                                .formatted(option, name, String.join(", ", new TreeSet<>(known))));
            }
        }
        return names;
    }
}
