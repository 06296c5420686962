package dev.ephor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks until it is told: whatever fails is sent again under the same {@code Idempotency-Key}, as a
 * careful client does.
 */
final class Asking {
    private static final String PATH =
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests";
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /** Longer than a call that was cut short is held for its repetition. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final URI url;
    private final ClientLog log;
    private final Moments moments;

    Asking(String baseUrl, ClientLog log, Moments moments) {
        this.url = URI.create(baseUrl + PATH);
        this.log = log;
        this.moments = moments;
    }

    /**
     * What came of asking.
     *
     * @param status 0 where no answer came
     */
    record Told(int status, String id) {
        boolean isYes() {
            return status == 201;
        }

        /** The server has not really answered. */
        boolean isOpen() {
            return status == 0 || status >= 500 || status == 409 || status == 429;
        }
    }

    /** Asks, and writes down what came of it; returns when the answer is final, or too late. */
    Told ask(Wish wish) throws InterruptedException {
        ObjectNode line = wish.line();
        String key = UUID.randomUUID().toString();
        Instant sent = Instant.now();
        Told told = send(wish, key);
        boolean stumbled = told.isOpen();
        while (told.isOpen() && Instant.now().isBefore(sent.plus(PATIENCE))) {
            moments.pause(BETWEEN);
            told = send(wish, key);
        }
        line.put("sent", sent.toEpochMilli())
                .put("answered", Instant.now().toEpochMilli())
                .put("status", told.status())
                .put("stumbled", stumbled)
                .put("id", told.id());
        log.write(line);
        return told;
    }

    private Told send(Wish wish, String key) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + wish.token())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", '"' + key + '"')
                        .POST(BodyPublishers.ofByteArray(Json.bytes(wish.body())))
                        .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            Optional<ObjectNode> body = Json.parseObject(answer.body());
            String id = body.map(b -> b.path("id")).map(JsonNode::asText).orElse("");
            return new Told(answer.statusCode(), id);
        } catch (IOException e) {
            return new Told(0, "");
        }
    }
}
