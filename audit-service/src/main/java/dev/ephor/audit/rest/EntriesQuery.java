package dev.ephor.audit.rest;

import dev.ephor.audit.application.Search;
import dev.ephor.kit.rest.ApiError;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;

/** The question that {@code GET entries} asks. */
final class EntriesQuery {
    private static final Set<String> KNOWN =
            Set.of("from", "to", "principal", "group", "activation", "type", "after", "limit");
    private static final int LARGEST = 1_000;
    private static final int USUAL = 100;

    private EntriesQuery() {}

    static Search of(UriInfo uri) {
        var given = new Parameters(uri, KNOWN);
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
                given.number("after", 0, Long.MAX_VALUE, -1),
                (int) given.number("limit", 1, LARGEST, USUAL));
    }
}
