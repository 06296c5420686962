package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.time.Duration;

/** Ends and suspends access as a playbook does. */
public final class Responder {
    private final HttpCalls http;
    private final String baseUrl;

    public Responder(String baseUrl, String token) {
        this.http = new HttpCalls(token);
        this.baseUrl = baseUrl;
    }

    /** The kill switch for a person. */
    public HttpCalls.Reply revoke(String principal, boolean suspend) {
        return http.post(
                baseUrl + "/ephor/v1/signals/revoke-access",
                person(principal, "the laptop was stolen").put("suspend", suspend));
    }

    public HttpCalls.Reply resume(String principal) {
        return http.post(
                baseUrl + "/ephor/v1/signals/resume-access",
                person(principal, "a new laptop was handed out"));
    }

    public JsonNode report(String id) {
        return http.get(baseUrl + "/ephor/v1/responses/" + id).body();
    }

    /** The report once directory and targets have confirmed all; as it is when the time is over. */
    public JsonNode awaitCompleted(String id, Duration atMost) {
        return Polling.until(
                        atMost,
                        () -> report(id),
                        r -> r.path("status").asText().equals("completed"))
                .orElseGet(() -> report(id));
    }

    private static ObjectNode person(String principal, String reason) {
        ObjectNode body = Json.object().put("reason", reason);
        body.putObject("scope").put("kind", "principal").put("id", principal);
        return body;
    }
}
