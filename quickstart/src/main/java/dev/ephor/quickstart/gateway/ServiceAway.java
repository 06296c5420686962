package dev.ephor.quickstart.gateway;

import com.sun.net.httpserver.HttpExchange;
import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a client gets while a service is away: 502 in the shape of the API that it speaks. */
final class ServiceAway {
    private static final String MESSAGE = "The service behind this path does not answer.";

    private ServiceAway() {}

    static void answer(HttpExchange exchange) throws IOException {
        boolean graph = exchange.getRequestURI().getRawPath().startsWith("/v1.0/");
        byte[] body = Json.bytes(graph ? graphError(exchange) : problem());
        exchange.getResponseHeaders()
                .set("Content-Type", graph ? "application/json" : "application/problem+json");
        boolean silent = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(502, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Graph's dates in errors have no zone. */
    private static Map<String, Object> graphError(HttpExchange exchange) {
        String request = UUID.randomUUID().toString();
        Map<String, Object> inner =
                Map.of(
                        "date",
                        LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
                        "request-id",
                        request,
                        "client-request-id",
                        Optional.ofNullable(
                                        exchange.getRequestHeaders().getFirst("client-request-id"))
                                .orElse(request));
        return Map.of(
                "error", Map.of("code", "BadGateway", "message", MESSAGE, "innerError", inner));
    }

    /** RFC 9457. */
    private static Map<String, Object> problem() {
        return Map.of(
                "type", "about:blank", "title", "Bad Gateway", "status", 502, "detail", MESSAGE);
    }
}
