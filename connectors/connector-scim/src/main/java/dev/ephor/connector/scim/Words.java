package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.connector.Answer;
import dev.ephor.connector.RetryAfter;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Puts what the application answered into an {@link Answer} with one line for a person. */
record Words(ScimTarget target, Secrets secrets) {

    private static final int LONGEST_DETAIL = 200;

    /** An answer that is not the one hoped for. */
    Refusal refused(String tried, Reply reply) {
        return new Refusal(answer(tried, reply), reply.status());
    }

    private Answer answer(String tried, Reply reply) {
        String came = came(tried, reply.status());
        return switch (reply.status()) {
            case 401 -> rejected(came + ", " + target.credential().mending());
            case 403 ->
                    rejected(
                            came
                                    + ", as we may not do this: give %s the right to manage users and groups"
                                            .formatted(target.credential().owner()));
            case 407 -> rejected(came + noProxy());
            case 408, 409, 412, 423, 425, 429, 500, 502, 503, 504 ->
                    new Answer.Transient(came + detail(reply.body()), retryAfter(reply));
            default ->
                    reply.status() >= 300 && reply.status() < 400
                            ? rejected(came + ": the SCIM service has moved, mend url")
                            : rejected(came + detail(reply.body()));
        };
    }

    /** No token came; what {@code error} means says RFC 6749, section 5.2. */
    Refusal noToken(String tried, Reply reply) {
        String came = came(tried, reply.status());
        String error = safe(Json.parse(reply.body()).path("error").asText("no reason given"));
        return new Refusal(
                switch (reply.status()) {
                    case 407 -> rejected(came + noProxy());
                    case 408, 429, 500, 502, 503, 504 ->
                            new Answer.Transient(came, retryAfter(reply));
                    default -> rejected("%s (%s): %s".formatted(came, error, mending(error)));
                },
                0);
    }

    private static String mending(String error) {
        return switch (error) {
            case "invalid_scope" -> "mend scope";
            case "invalid_client", "unauthorized_client" ->
                    "mend clientId or the secret of clientSecretRef, and see whether"
                            + " clientSecretIn is as the server wants it";
            default -> "mend tokenUrl, clientId, clientSecretRef or scope";
        };
    }

    private static String noProxy() {
        return ", as the proxy does not know us: mend proxyUser or the secret of proxyPasswordRef";
    }

    /** Nothing came that could be read. */
    Refusal noAnswer(String tried, String url, Throwable failure) {
        if (causes(failure).anyMatch(Words::isAboutTrust)) {
            return rejected(
                    tried,
                    "the certificate of %s is not trusted: mend it, or give its authority as caFile"
                            .formatted(host(url)));
        }
        String why =
                safe(String.valueOf(causes(failure).reduce((_, last) -> last).get().getMessage()));
        String through = target.proxy().map(p -> " through " + p.host()).orElse("");
        return new Refusal(
                new Answer.Unreachable(
                        "%s: %s, but no answer came from %s%s (%s)"
                                .formatted(target.name(), tried, host(url), through, why)),
                0);
    }

    /** A person has to change something. */
    Refusal rejected(String tried, String why) {
        return new Refusal(rejected("%s: %s: %s".formatted(target.name(), tried, why)), 0);
    }

    private static Answer rejected(String reason) {
        return new Answer.Rejected(reason);
    }

    private String came(String tried, int status) {
        return "%s: %s, but it answered %d".formatted(target.name(), tried, status);
    }

    private String detail(String body) {
        JsonNode json = Json.parse(body);
        String detail = json.path("detail").asText("");
        String type = json.path("scimType").asText("");
        return detail.isEmpty() && type.isEmpty() ? "" : ": " + safe((type + " " + detail).strip());
    }

    /** What the application wrote may be long, have lines, or hold what we sent. */
    private String safe(String text) {
        String line = secrets.cut(text).replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    private static @Nullable Duration retryAfter(Reply reply) {
        return RetryAfter.parse(reply.header("retry-after"), Instant.now());
    }

    /** A handshake also ends because the other side hangs up, which says nothing of trust. */
    private static boolean isAboutTrust(Throwable cause) {
        return cause instanceof GeneralSecurityException
                || cause instanceof SSLPeerUnverifiedException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, c -> c != null, Throwable::getCause);
    }

    private static String host(String url) {
        return Address.parsed(url).map(u -> u.getScheme() + "://" + u.getAuthority()).orElse(url);
    }
}
