package dev.ephor.connector.acme;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import dev.ephor.connector.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What somebody writes who adds a connector: PUT, DELETE and GET of one membership. */
final class AcmeConnector implements Connector {

    private final String url;
    private final String token;
    private final Duration timeout;
    private final HttpClient http;

    AcmeConnector(String url, String token, Duration timeout) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .build();
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return each("PUT", memberships);
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return each("DELETE", memberships);
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return each("GET", memberships);
    }

    @Override
    public Answer check() {
        return call("GET", "/");
    }

    private List<Answer> each(String method, List<Membership> memberships) {
        return Batches.inPieces(
                memberships,
                1,
                piece -> Map.of(piece.getFirst(), call(method, path(piece.getFirst()))));
    }

    private static String path(Membership m) {
        return "/%s/%s/%s".formatted(m.group().id(), m.access(), m.principal().id());
    }

    private Answer call(String method, String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(timeout)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        Instant begun = Instant.now();
        try {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            note(request, begun, reply.statusCode(), reply.body());
            return answer(request, reply);
        } catch (IOException e) {
            note(request, begun, null, e.toString());
            return new Answer.Unreachable(request + " had no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable(request + " was interrupted");
        }
    }

    private static void note(HttpRequest request, Instant begun, Integer status, String said) {
        Exchanges.note(
                new Exchange(
                        request.method(),
                        request.uri().toString(),
                        "",
                        status,
                        said,
                        Duration.between(begun, Instant.now())));
    }

    private static Answer answer(HttpRequest request, HttpResponse<String> reply) {
        String came = "%s was answered %d %s".formatted(request, reply.statusCode(), reply.body());
        String wait = reply.headers().firstValue("Retry-After").orElse(null);
        return switch (reply.statusCode()) {
            case 200 ->
                    reply.body().isEmpty()
                            ? new Answer.Applied(false)
                            : new Answer.Observed(reply.body().equals("true"));
            case 201, 204 -> new Answer.Applied();
            case 401 -> new Answer.Rejected(came + ": mend the secret that tokenRef names");
            case 429, 500, 504 -> new Answer.Transient(came, RetryAfter.parse(wait, Instant.now()));
            default -> new Answer.Rejected(came);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
