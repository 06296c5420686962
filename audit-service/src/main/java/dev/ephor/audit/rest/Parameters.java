package dev.ephor.audit.rest;

import dev.ephor.kit.rest.ApiError;
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
final class Parameters {
    private final MultivaluedMap<String, String> given;

    /**
     * @throws ApiError 400 when there is another parameter than these, or one comes twice
     */
    Parameters(UriInfo uri, Set<String> known) {
        this.given = uri.getQueryParameters();
        given.forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw ApiError.badRequest(
                    "There is no parameter '%s'; there are %s."
                            .formatted(name, String.join(", ", new TreeSet<>(known))));
        }
        if (values.size() > 1) {
            throw ApiError.badRequest("The parameter '%s' is given twice.".formatted(name));
        }
    }

    @Nullable String text(String name) {
        String value = given.getFirst(name);
        if (value != null && (value.isBlank() || value.indexOf('\0') >= 0)) {
            throw ApiError.badRequest(
                    "The parameter '%s' is empty: leave it out, or give a value.".formatted(name));
        }
        return value;
    }

    @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest(
                    "The parameter '%s' is no time: write it like 2026-01-31T08:00:00Z (a + of an offset as %%2B)."
                            .formatted(name));
        }
    }

    @Nullable Long number(String name, long least, long most) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw ApiError.badRequest(
                "The parameter '%s' is no number from %d%s."
                        .formatted(name, least, most == Long.MAX_VALUE ? " on" : " to " + most));
    }

    long number(String name, long least, long most, long otherwise) {
        Long number = number(name, least, most);
        return number == null ? otherwise : number;
    }
}
