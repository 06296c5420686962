package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.http.entity.ContentType;

/** Authorized requests to an application; an answer that is no success is a {@link Refusal}. */
final class Requests implements AutoCloseable {

    private static final ContentType SCIM =
            ContentType.create("application/scim+json", StandardCharsets.UTF_8);

    /** Every answer has at least one of these; a page of somebody else has none. */
    private static final List<String> SCIM_HAS =
            List.of("schemas", "id", "totalResults", "Resources");

    private final ScimTarget target;
    private final Words words;
    private final Http http;
    private final Authorization authorization;

    Requests(ScimTarget target) {
        var secrets = new Secrets(target.secrets());
        this.target = target;
        this.words = new Words(target, secrets);
        this.http = new Http(target, words, secrets);
        this.authorization =
                switch (target.credential()) {
                    case Credential.Bearer bearer -> () -> "Bearer " + bearer.token();
                    case Credential.Basic basic -> () -> "Basic " + basic.encoded();
                    case Credential.ClientCredentials client ->
                            new AccessTokens(
                                    new TokenSource(client, http, words, secrets),
                                    System::nanoTime);
                };
    }

    Words words() {
        return words;
    }

    /**
     * @param path below the target's URL, with its query
     */
    JsonNode read(String tried, String path) {
        JsonNode body = Json.parse(send(tried, "GET", path, "").body());
        if (SCIM_HAS.stream().allMatch(name -> Json.attribute(body, name).isMissingNode())) {
            throw words.rejected(tried, "the answer is no SCIM; is url its base URL?");
        }
        return body;
    }

    /** The answer's body, which may be missing. */
    JsonNode change(String tried, String method, String path, String body) {
        return Json.parse(send(tried, method, path, body).body());
    }

    private Reply send(String tried, String method, String path, String body) {
        String header = authorization.header();
        Reply reply = http.send(tried, call(method, path, body, header), Optional.empty());
        if (reply.status() == 401) {
            // A token that was revoked before its end; a second refusal is meant.
            Optional<String> other = authorization.insteadOf(header);
            if (other.isPresent()) {
                reply = http.send(tried, call(method, path, body, other.get()), Optional.empty());
            }
        }
        if (!reply.isSuccess()) {
            throw words.refused(tried, reply);
        }
        return reply;
    }

    private Http.Call call(String method, String path, String body, String header) {
        return new Http.Call(method, target.url() + path, header, SCIM, body, body);
    }

    @Override
    public void close() {
        http.close();
    }
}
