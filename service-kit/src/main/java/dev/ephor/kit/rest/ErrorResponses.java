package dev.ephor.kit.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes errors in the shape of the API that was called. */
@ApplicationScoped
class ErrorResponses {
    private static final String PROBLEM_JSON = "application/problem+json";

    private final RoutingContext call;
    private final Clock clock;

    ErrorResponses(RoutingContext call, Clock clock) {
        this.call = call;
        this.clock = clock;
    }

    Response of(ApiError error) {
        String requestId = UUID.randomUUID().toString();
        boolean graph = call.request().path().startsWith("/v1.0");
        Response.ResponseBuilder response =
                Response.status(error.status())
                        .type(graph ? MediaType.APPLICATION_JSON : PROBLEM_JSON)
                        .header("request-id", requestId)
                        .entity(graph ? graph(error, requestId) : problem(error, requestId));
        error.headers()
                .forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }

    /** Graph's error object (reference, section 0); {@code details} as OData has them. */
    private Map<String, Object> graph(ApiError error, String requestId) {
        var inner = new LinkedHashMap<String, @Nullable Object>();
        // Graph writes this date without a zone.
        inner.put(
                "date",
                LocalDateTime.now(clock.withZone(ZoneOffset.UTC))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        inner.put("request-id", requestId);
        inner.put("client-request-id", call.request().getHeader("client-request-id"));
        var body = new LinkedHashMap<String, Object>();
        body.put("code", error.code());
        body.put("message", String.valueOf(error.getMessage()));
        if (!error.details().isEmpty()) {
            body.put("details", error.details());
        }
        body.put("innerError", inner);
        return Map.of("error", body);
    }

    /** RFC 9457, with the stable code and every reason as members of our own. */
    private static Map<String, Object> problem(ApiError error, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title(error.status()));
        body.put("status", error.status());
        body.put("detail", String.valueOf(error.getMessage()));
        body.put("code", error.code());
        body.put("requestId", requestId);
        if (!error.details().isEmpty()) {
            body.put("violations", violations(error.details()));
        }
        return body;
    }

    private static List<Map<String, String>> violations(List<ApiError.Detail> details) {
        var all = new ArrayList<Map<String, String>>();
        for (ApiError.Detail one : details) {
            all.add(Map.of("code", one.code(), "field", one.target(), "message", one.message()));
        }
        return all;
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
