package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** JSON over HTTP in the name of whoever holds the token. */
public final class HttpCalls {
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final String token;

    public HttpCalls(String token) {
        this.token = token;
    }

    /**
     * @param challenges the values of {@code WWW-Authenticate}
     * @param body missing where there is none or it is no JSON object
     */
    public record Reply(int status, List<String> challenges, JsonNode body) {}

    public Reply get(String url) {
        return send(request(url).GET());
    }

    public Reply post(String url, JsonNode body) {
        return send(request(url).POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    public Reply patch(String url, JsonNode body) {
        return send(request(url).method("PATCH", BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header(
                        "Content-Type",
                        url.contains("/scim/") ? "application/scim+json" : "application/json");
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body =
                    Json.parseObject(response.body())
                            .<JsonNode>map(object -> object)
                            .orElse(MissingNode.getInstance());
            return new Reply(
                    response.statusCode(), response.headers().allValues("WWW-Authenticate"), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", e);
        }
    }
}
