package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.bench.Answers.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A list that somebody asks for, and what has to come.
 *
 * @param kind by which answers are gathered
 */
record Question(String kind, URI address, String token, Page wanted) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param dueNanos from when on its time counts
     */
    Answer ask(long dueNanos) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            long took = System.nanoTime() - dueNanos;
            return new Answer(kind, took / 1e6, fault(response));
        } catch (IOException e) {
            return new Answer(kind, (System.nanoTime() - dueNanos) / 1e6, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + address, e);
        }
    }

    private String fault(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return "%s answered %d".formatted(address, response.statusCode());
        }
        Page found = Page.of(response.body());
        return found.equals(wanted)
                ? ""
                : "%s answered %s, not %s".formatted(address, found, wanted);
    }
}
