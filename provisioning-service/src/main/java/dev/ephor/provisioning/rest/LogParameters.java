package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.provisioning.application.ProvisioningLog;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What to look for in the log; everything may be left out. */
class LogParameters {
    private static final int LONGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    @Parameter(description = "The activation that it was done for")
    @QueryParam("activation")
    @Nullable String activation;

    @Parameter(description = "The object id of the principal")
    @QueryParam("principal")
    @Nullable String principal;

    @Parameter(description = "The object id of the group")
    @QueryParam("group")
    @Nullable String group;

    @Parameter(description = "The target's name")
    @QueryParam("target")
    @Nullable String target;

    @Parameter(description = "The earliest time, inclusive, as in 2026-03-01T12:00:00Z")
    @QueryParam("from")
    @Nullable String from;

    @Parameter(description = "The latest time, exclusive, as in 2026-03-01T13:00:00Z")
    @QueryParam("to")
    @Nullable String to;

    @Parameter(description = "Entries in a page, from 1 to 1000; 100 if left out")
    @QueryParam("limit")
    @Nullable String limit;

    @Parameter(description = "The 'next' of the page before, to read on")
    @QueryParam("before")
    @Nullable String before;

    /** One more than the page holds, to see whether there is another. */
    ProvisioningLog.Query query(String tenant) {
        return new ProvisioningLog.Query(
                tenant,
                activation,
                principal,
                group,
                target,
                instant("from", from),
                instant("to", to),
                before == null ? null : number("before", before, Long.MAX_VALUE),
                limit() + 1);
    }

    int limit() {
        return limit == null ? USUAL_PAGE : (int) number("limit", limit, LONGEST_PAGE);
    }

    private static long number(String name, String text, long greatest) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong value.
        }
        throw ApiError.badRequest(
                "The parameter '%s' is '%s': give a whole number from 1 to %d."
                        .formatted(name, text, greatest));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest(
                    "The parameter '%s' is '%s': give a time with its zone, as in 2026-03-01T12:00:00Z."
                            .formatted(name, text));
        }
    }
}
