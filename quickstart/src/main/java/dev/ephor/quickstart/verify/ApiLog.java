package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/** A log by its API. */
final class ApiLog implements Log {
    private static final String PREFIX = "/ephor/v1/audit/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI server;
    private final String token;

    ApiLog(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    @Override
    public JsonNode get(String path) {
        try {
            return json.readTree(text(path));
        } catch (IOException e) {
            throw new IllegalStateException("the log's answer to %s is no JSON".formatted(path), e);
        }
    }

    @Override
    public Stream<JsonNode> entries() {
        return Stream.iterate(
                        get("entries?limit=1000").path("entries"),
                        page -> !page.isEmpty(),
                        page -> get(behind(page)).path("entries"))
                .flatMap(JsonNode::valueStream);
    }

    private static String behind(JsonNode page) {
        long last = page.get(page.size() - 1).path("sequence").asLong();
        return "entries?limit=1000&after=" + last;
    }

    @Override
    public String text(String path) {
        URI address = server.resolve(PREFIX + path);
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s answers %d: %s".formatted(address, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("%s does not answer: %s".formatted(address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop", e);
        }
    }
}
