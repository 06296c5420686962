package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plans and applies an ephor.yaml, in the name of whoever holds the token. */
public final class ConfigurationClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final String token;

    public ConfigurationClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * @param command {@code plan} or {@code apply}
     * @return the differences
     * @throws IllegalStateException when it is refused, with what the server says
     */
    public JsonNode send(String command, byte[] yaml) {
        String path = server.getPath().replaceAll("/+$", "") + "/ephor/v1/configuration/";
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path + command))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/yaml")
                        .POST(BodyPublishers.ofByteArray(yaml))
                        .build();
        try {
            return differences(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s does not answer: start it with ./ephor up, or name another with --server"
                            .formatted(server),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + server, e);
        }
    }

    private static JsonNode differences(HttpResponse<byte[]> response) {
        JsonNode body =
                Json.parseObject(response.body()).<JsonNode>map(b -> b).orElseGet(Json::object);
        if (response.statusCode() != 200 || !body.path("differences").isArray()) {
            throw new IllegalStateException(
                    "refused (HTTP %d): %s"
                            .formatted(
                                    response.statusCode(),
                                    body.path("detail").asText("no reason was given")));
        }
        return body.path("differences");
    }
}
