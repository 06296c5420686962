package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.application.FindResponses.Found;
import dev.ephor.request.domain.Response;
import dev.ephor.request.domain.Response.Resumption;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a signal or a call.
 *
 * @param standing whether it refuses new activations
 * @param via the producer of the signal, or {@code api}
 * @param confirmBy until when a second responder can confirm it
 * @param tookMillis from when it was in force until all was confirmed to be gone
 * @param ended how many activations it ended
 * @param confirmed how many of them are gone from the directory and every target
 * @param note where it ended nothing, because what it names is not known; left out of lists
 * @param entries each of them; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponseView(
        String id,
        String status,
        ScopeView scope,
        boolean revokes,
        boolean suspends,
        boolean standing,
        @Nullable Instant until,
        String requestedBy,
        String via,
        String reason,
        Instant requestedAt,
        @Nullable Instant confirmBy,
        @Nullable String confirmedBy,
        @Nullable Instant begunAt,
        @Nullable Instant completedAt,
        @Nullable Long tookMillis,
        @Nullable Resumption resumed,
        int ended,
        int confirmed,
        @Nullable String note,
        @Nullable List<EndedView> entries,
        @Nullable URI nextLink) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScopeView(ScopeKind kind, @Nullable String id) {}

    /** As lists show it. */
    static ResponseView of(Found found) {
        return of(found, null, null, null);
    }

    static ResponseView of(
            Found found,
            @Nullable String note,
            @Nullable List<EndedView> entries,
            @Nullable URI nextLink) {
        Response response = found.response();
        var order = response.order();
        return new ResponseView(
                order.id(),
                response.status().text(),
                new ScopeView(order.scope().kind(), order.scope().id()),
                order.revokes(),
                order.suspends(),
                response.standing(),
                order.until(),
                order.by(),
                order.via(),
                order.reason(),
                order.at(),
                response.confirmBy(),
                response.confirmedBy(),
                response.begunAt(),
                response.completedAt(),
                tookMillis(response),
                response.resumption(),
                found.count().all(),
                found.count().confirmed(),
                note,
                entries,
                nextLink);
    }

    private static @Nullable Long tookMillis(Response response) {
        return response.begunAt() == null || response.completedAt() == null
                ? null
                : Duration.between(response.begunAt(), response.completedAt()).toMillis();
    }
}
