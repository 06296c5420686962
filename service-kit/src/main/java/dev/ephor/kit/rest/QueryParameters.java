package dev.ephor.kit.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Query parameters, read strictly: a misspelt filter must not look like no filter. */
public final class QueryParameters {
    private final MultivaluedMap<String, String> given;

    /**
     * @throws ApiError 400 when there is another parameter than these, or one comes twice
     */
    public QueryParameters(UriInfo uri, Set<String> known) {
        this.given = uri.getQueryParameters();
        given.forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw ApiError.badRequest(
                    "There is no parameter '%s': give some of %s."
                            .formatted(name, String.join(", ", new TreeSet<>(known))));
        }
        if (values.size() > 1) {
            throw ApiError.badRequest(
                    "The parameter '%s' comes twice: give it once.".formatted(name));
        }
    }

    /** The value; null when it is not given. */
    public @Nullable String text(String name) {
        String value = given.getFirst(name);
        // PostgreSQL's text has no character 0.
        if (value != null && (value.isBlank() || value.indexOf('\0') >= 0)) {
            throw ApiError.badRequest(
                    "The parameter '%s' is empty: leave it out, or give a value.".formatted(name));
        }
        return value;
    }

    /** A time with its offset (RFC 3339); null when it is not given. */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest(
                    "The parameter '%s' is no time: give one like 2026-01-31T08:00:00Z (a + of an offset as %%2B)."
                            .formatted(name));
        }
    }

    /** A whole number, {@code least} or more; null when it is not given. */
    public @Nullable Long number(String name, long least) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw ApiError.badRequest(
                "The parameter '%s' is '%s': give a whole number from %d on."
                        .formatted(name, value, least));
    }
}
