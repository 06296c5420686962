package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.FaultyEndpoint;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Graph's one error shape, and its words for errors that no request in particular causes. */
final class GraphErrors implements FaultyEndpoint.ErrorShape {
    @Override
    public Reply error(int status, Request request) {
        return switch (status) {
            case 401 ->
                    of(
                            request,
                            status,
                            "InvalidAuthenticationToken",
                            "Access token validation failure.");
            case 403 -> of(request, GraphException.denied());
            case 404 -> of(request, GraphException.notFound(request.path()));
            case 409 ->
                    of(
                            request,
                            status,
                            "Directory_ConcurrencyViolation",
                            "The object was changed by another request.");
            case 429 -> of(request, status, "TooManyRequests", "Too many requests.");
            case 503 ->
                    of(
                            request,
                            status,
                            "ServiceUnavailable",
                            "The service is temporarily unavailable.");
            case 504 -> of(request, status, "GatewayTimeout", "The request timed out.");
            default -> of(request, status, "UnknownError", "An error has occurred.");
        };
    }

    static Reply of(Request request, GraphException refusal) {
        return of(request, refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
    }

    static Reply of(Request request, int status, String code, String message) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("code", code);
        error.put("message", message);
        ObjectNode inner = error.putObject("innerError");
        // Graph writes this date without a zone.
        inner.put(
                "date",
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString());
        inner.put("request-id", UUID.randomUUID().toString());
        String correlation = request.header("client-request-id");
        inner.put(
                "client-request-id",
                correlation == null ? UUID.randomUUID().toString() : correlation);
        return Reply.json(status, body);
    }
}
