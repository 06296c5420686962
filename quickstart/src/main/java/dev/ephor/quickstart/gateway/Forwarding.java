package dev.ephor.quickstart.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes a request on to its service and the answer back, both as streams. */
record Forwarding(List<Route> routes, String others) implements HttpHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NO_BODY = -1;
    private static final int UNKNOWN_LENGTH = 0;

    /** It follows no redirect and answers no challenge: both are the client's. */
    private static final HttpClient SERVICES =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<HttpResponse<InputStream>> answer = ask(exchange);
            if (answer.isPresent()) {
                passBack(answer.get(), exchange);
            } else {
                ServiceAway.answer(exchange);
            }
        }
    }

    /** Empty where the service cannot be reached or breaks off before its answer. */
    private Optional<HttpResponse<InputStream>> ask(HttpExchange exchange) {
        try {
            return Optional.of(SERVICES.send(request(exchange), BodyHandlers.ofInputStream()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest request(HttpExchange exchange) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target(exchange.getRequestURI()))
                        .timeout(PATIENCE)
                        .method(exchange.getRequestMethod(), body(exchange));
        PassedOn.headers(exchange, request::header);
        return request.build();
    }

    /**
     * Path and query as they came: {@code filterByCurrentUser(on='principal')} keeps its quotes.
     */
    private URI target(URI asked) {
        String path = asked.getRawPath();
        String service =
                routes.stream()
                        .filter(route -> route.covers(path))
                        .findFirst()
                        .map(Route::service)
                        .orElse(others);
        @Nullable String query = asked.getRawQuery();
        return URI.create(service + path + (query == null ? "" : "?" + query));
    }

    private static BodyPublisher body(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length == null && !exchange.getRequestHeaders().containsKey("Transfer-Encoding")) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        long known = length == null ? UNKNOWN_LENGTH : Long.parseLong(length);
        return known == 0 ? stream : BodyPublishers.fromPublisher(stream, known);
    }

    private static void passBack(HttpResponse<InputStream> answer, HttpExchange exchange)
            throws IOException {
        try (InputStream body = answer.body()) {
            PassedOn.headers(answer.headers(), exchange.getResponseHeaders()::add);
            long length =
                    answer.headers().firstValueAsLong("Content-Length").orElse(UNKNOWN_LENGTH);
            boolean silent =
                    exchange.getRequestMethod().equals("HEAD")
                            || answer.statusCode() == 204
                            || answer.statusCode() == 304
                            || answer.headers().firstValue("Content-Length").orElse("").equals("0");
            exchange.sendResponseHeaders(answer.statusCode(), silent ? NO_BODY : length);
            if (!silent) {
                copy(body, exchange.getResponseBody());
            }
        }
    }

    /** Each piece goes on as it comes: an answer may be a stream that has no end. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[8192];
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            to.write(piece, 0, read);
            to.flush();
        }
    }
}
