package dev.ephor.audit.rest;

import dev.ephor.audit.application.Search;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import java.time.Instant;
import java.util.Set;

/** The question that {@code GET entries} asks. */
final class EntriesQuery {
    private static final Set<String> KNOWN =
            Set.of("from", "to", "principal", "group", "activation", "type", "after", "limit");

    private EntriesQuery() {}

    static Search of(Paging asked) {
        var given = new QueryParameters(asked.uri(), KNOWN);
        Long after = given.number("after", 0);
        Instant from = given.instant("from");
        Instant to = given.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ApiError.badRequest("'from' is not before 'to'.");
        }
        return new Search(
                from,
                to,
                given.text("principal"),
                given.text("group"),
                given.text("activation"),
                given.text("type"),
                after == null ? -1 : after,
                asked.oneMore());
    }
}
