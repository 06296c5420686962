package dev.ephor.audit.rest;

import dev.ephor.audit.application.SubmitCheckpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** C2SP tlog-witness by HTTP: {@code POST <prefix>/add-checkpoint}. */
@ApplicationScoped
class HttpSubmitCheckpoint implements SubmitCheckpoint {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int WORTH_SAYING = 200;
    private static final String SIZE_TYPE = "text/x.tlog.size";
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();

    @Override
    public Answer submit(URI witness, Submission submission) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(witness + "/add-checkpoint"))
                        .timeout(LONGEST)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body(submission)))
                        .build();
        try {
            return answer(
                    http.send(
                            request,
                            BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER)));
        } catch (IOException e) {
            return new Unreachable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable("the service stops");
        }
    }

    private static String body(Submission submission) {
        var body = new StringBuilder("old " + submission.old() + "\n");
        submission
                .proof()
                .forEach(
                        hash ->
                                body.append(Base64.getEncoder().encodeToString(hash.bytes()))
                                        .append('\n'));
        return body.append('\n').append(submission.note()).toString();
    }

    private static Answer answer(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> new Cosigned(response.body());
            case 409 -> new Conflict(size(response));
            default -> new Refused(response.statusCode(), firstLine(response.body()));
        };
    }

    private static OptionalLong size(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        var size = SIZE.matcher(response.body());
        return type.startsWith(SIZE_TYPE) && size.matches()
                ? OptionalLong.of(Long.parseLong(size.group(1)))
                : OptionalLong.empty();
    }

    /** What a stranger writes is cut short, and goes into one line. */
    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.substring(0, Math.min(WORTH_SAYING, line.length()));
    }
}
