package dev.ephor.audit.rest;

import dev.ephor.audit.application.Search;
import dev.ephor.audit.application.Search.By;
import dev.ephor.audit.application.Search.Position;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.QueryParameters;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The question that {@code GET search} asks. */
final class SearchQuery {
    private static final String OLDEST = "oldest";
    private static final String NEWEST = "newest";

    private SearchQuery() {}

    /**
     * @param others parameters beside those of a search
     */
    static Search of(UriInfo uri, int limit, @Nullable String after, List<String> others) {
        var known = new HashSet<>(Set.of("from", "to", "order"));
        known.addAll(others);
        for (By by : By.values()) {
            known.add(name(by));
        }
        var given = new QueryParameters(uri, known);
        Instant from = given.instant("from");
        Instant to = given.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ApiError.badRequest("'from' is not before 'to'.");
        }
        return new Search(from, to, by(given), newest(given.text("order")), place(after), limit);
    }

    /** What a link to the next page carries. */
    static String mark(Position place) {
        return place.at() + "~" + place.sequence();
    }

    private static Map<By, String> by(QueryParameters given) {
        Map<By, String> asked = new EnumMap<>(By.class);
        for (By by : By.values()) {
            String value = given.text(name(by));
            if (value != null) {
                asked.put(by, value);
            }
        }
        return asked;
    }

    private static boolean newest(@Nullable String order) {
        if (order != null && !order.equals(OLDEST) && !order.equals(NEWEST)) {
            throw ApiError.badRequest(
                    "The parameter 'order' is '%s': give %s or %s."
                            .formatted(order, OLDEST, NEWEST));
        }
        return NEWEST.equals(order);
    }

    private static @Nullable Position place(@Nullable String mark) {
        if (mark == null) {
            return null;
        }
        try {
            int middle = mark.indexOf('~');
            return new Position(
                    Instant.parse(mark.substring(0, Math.max(0, middle))),
                    Long.parseLong(mark.substring(middle + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw ApiError.badRequest(
                    "The parameter 'after' was not given out by this search: follow the link to the"
                            + " next page as it is.");
        }
    }

    private static String name(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
