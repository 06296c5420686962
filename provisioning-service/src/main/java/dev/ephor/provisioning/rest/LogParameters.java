package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.provisioning.application.ProvisioningLog;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The question that {@code GET provisioning-log} asks. */
final class LogParameters {
    private static final Set<String> KNOWN =
            Set.of("activation", "principal", "group", "target", "from", "to", "after", "limit");
    private static final int LONGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;

    private final MultivaluedMap<String, String> given;

    /**
     * @throws ApiError 400 for a parameter that means nothing here: a filter that is misspelt would
     *     otherwise look like an answer
     */
    LogParameters(MultivaluedMap<String, String> given) {
        this.given = given;
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                throw ApiError.badRequest(
                        "The parameter '%s' is not known: give some of %s."
                                .formatted(name, new TreeSet<>(KNOWN)));
            }
        }
    }

    ProvisioningLog.Query query(String tenant) {
        return new ProvisioningLog.Query(
                tenant,
                text("activation"),
                text("principal"),
                text("group"),
                text("target"),
                instant("from"),
                instant("to"),
                number("after", Long.MAX_VALUE),
                limit());
    }

    private int limit() {
        Long limit = number("limit", LONGEST_PAGE);
        return limit == null ? USUAL_PAGE : limit.intValue();
    }

    private @Nullable String text(String name) {
        return given.getFirst(name);
    }

    private @Nullable Long number(String name, long greatest) {
        String text = text(name);
        if (text == null) {
            return null;
        }
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

    private @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest(
                    "The parameter '%s' is '%s': give a time with its zone, as in 2026-03-01T12:00:00Z."
                            .formatted(name, text));
        }
    }
}
