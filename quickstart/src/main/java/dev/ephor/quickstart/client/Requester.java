package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks request-service in Graph's wire shape, in the name of whoever holds the token. */
public final class Requester {
    private static final String REQUESTS =
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests";

    private final HttpCalls http;
    private final String baseUrl;

    public Requester(String baseUrl, String token) {
        this.http = new HttpCalls(token);
        this.baseUrl = baseUrl;
    }

    /**
     * What to ask for.
     *
     * @param ticket null: none given
     */
    public record Wish(
            String principal,
            String group,
            Duration duration,
            String justification,
            @Nullable String ticket) {}

    public HttpCalls.Reply activate(Wish wish) {
        ObjectNode body =
                request("selfActivate", wish.principal(), wish.group(), wish.justification());
        body.set(
                "scheduleInfo",
                Json.tree(
                        Map.of(
                                "expiration",
                                Map.of(
                                        "type",
                                        "afterDuration",
                                        "duration",
                                        wish.duration().toString()))));
        if (wish.ticket() != null) {
            body.set(
                    "ticketInfo",
                    Json.tree(Map.of("ticketNumber", wish.ticket(), "ticketSystem", "Helpdesk")));
        }
        return http.post(baseUrl + REQUESTS, body);
    }

    public HttpCalls.Reply deactivate(String principal, String group) {
        return http.post(
                baseUrl + REQUESTS, request("selfDeactivate", principal, group, "done early"));
    }

    /** The view of an activation with its stages and clocks. */
    public JsonNode activation(String id) {
        return http.get(baseUrl + "/ephor/v1/activations/" + id).body();
    }

    private static ObjectNode request(
            String action, String principal, String group, String justification) {
        return Json.object()
                .put("action", action)
                .put("accessId", "member")
                .put("principalId", principal)
                .put("groupId", group)
                .put("justification", justification);
    }
}
