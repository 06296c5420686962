package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.connector.Answer;
import dev.ephor.connector.RetryAfter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Puts what the application answered into an {@link Answer} with one line for a person. */
record Words(ScimTarget target) {

    private static final int LONGEST_DETAIL = 200;

    /** An answer that is not the one hoped for. */
    Refusal refused(String tried, int status, Map<String, String> headers, String body) {
        return new Refusal(answer(tried, status, headers, body), status);
    }

    private Answer answer(String tried, int status, Map<String, String> headers, String body) {
        String came = "%s: %s, but it answered %d".formatted(target.name(), tried, status);
        return switch (status) {
            case 401 -> rejected(came + ", as the token was refused: renew the secret of tokenRef");
            case 403 ->
                    rejected(
                            came
                                    + ", as the token may not do this: give the owner of tokenRef the"
                                    + " right to manage users and groups");
            case 408, 409, 412, 423, 425, 429, 500, 502, 503, 504 ->
                    new Answer.Transient(
                            came + detail(body),
                            RetryAfter.parse(header(headers, "retry-after"), Instant.now()));
            default ->
                    status >= 300 && status < 400
                            ? rejected(came + ": the SCIM service has moved, mend url")
                            : rejected(came + detail(body));
        };
    }

    /** Nothing came that could be read. */
    Refusal unreachable(String tried, Throwable cause) {
        String why = safe(String.valueOf(deepest(cause).getMessage()));
        return new Refusal(
                new Answer.Unreachable(
                        "%s: %s, but no answer came from %s (%s)"
                                .formatted(target.name(), tried, target.url(), why)),
                0);
    }

    /** A person has to change something. */
    Refusal rejected(String tried, String why) {
        return new Refusal(rejected("%s: %s: %s".formatted(target.name(), tried, why)), 0);
    }

    private static Answer rejected(String reason) {
        return new Answer.Rejected(reason);
    }

    private String detail(String body) {
        JsonNode json = Json.parse(body);
        String detail = json.path("detail").asText("");
        String type = json.path("scimType").asText("");
        return detail.isEmpty() && type.isEmpty() ? "" : ": " + safe((type + " " + detail).strip());
    }

    /** What the application wrote may be long, have lines, or hold what we sent. */
    private String safe(String text) {
        String line = text.replace(target.token(), "***").replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Throwable deepest(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
