package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Graph's function {@code filterByCurrentUser(on='principal')}, as it stands in a path. */
final class CurrentUser {
    /** A template for the path segment; clients send quotes and parentheses raw or encoded. */
    static final String SEGMENT = "{function:filterByCurrentUser.*}";

    private static final Pattern CALL =
            Pattern.compile("filterByCurrentUser\\(on\\s*=\\s*'([A-Za-z]+)'\\)");

    private CurrentUser() {}

    /**
     * What the list is filtered on, in lower case.
     *
     * @throws ApiError 400 when it is none of these
     */
    static String on(String function, Set<String> known) {
        Matcher call = CALL.matcher(function);
        String on = call.matches() ? call.group(1).toLowerCase(Locale.ROOT) : "";
        if (!known.contains(on)) {
            throw ApiError.badRequest(
                    "There is no function '%s': give filterByCurrentUser(on='...') with one of %s."
                            .formatted(function, String.join(", ", new TreeSet<>(known))));
        }
        return on;
    }
}
