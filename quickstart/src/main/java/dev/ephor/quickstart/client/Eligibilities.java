package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import java.time.Instant;
import java.util.Map;

/** Asks about eligibilities in Graph's wire shape, in the name of whoever holds the token. */
public final class Eligibilities {
    private static final String PIM = "/v1.0/identityGovernance/privilegedAccess/group/";
    private static final String REQUESTS = PIM + "eligibilityScheduleRequests";

    private final HttpCalls http;
    private final String baseUrl;

    public Eligibilities(String baseUrl, String token) {
        this.http = new HttpCalls(token);
        this.baseUrl = baseUrl;
    }

    /** What somebody is to be eligible for, from now on or on, as a member. */
    public record Wish(String principal, String group, Instant end, String justification) {}

    /** An admin makes somebody eligible. */
    public HttpCalls.Reply assign(Wish wish) {
        return http.post(baseUrl + REQUESTS, request("adminAssign", wish));
    }

    /** The holder asks for a later end. */
    public HttpCalls.Reply askForMore(Wish wish) {
        return http.post(baseUrl + REQUESTS, request("selfExtend", wish));
    }

    /** An admin grants that; Graph has no resource for it. */
    public HttpCalls.Reply grant(String request, String reason) {
        JsonNode body = Json.object().put("decision", "grant").put("reason", reason);
        return http.post(baseUrl + "/ephor/v1/eligibility-requests/" + request + "/decision", body);
    }

    /** The caller's own. */
    public JsonNode mine() {
        return http.get(baseUrl + PIM + "eligibilitySchedules/filterByCurrentUser(on='principal')")
                .body()
                .path("value");
    }

    private static ObjectNode request(String action, Wish wish) {
        ObjectNode body =
                Json.object()
                        .put("action", action)
                        .put("accessId", "member")
                        .put("principalId", wish.principal())
                        .put("groupId", wish.group())
                        .put("justification", wish.justification());
        Map<String, String> expiration =
                Map.of("type", "afterDateTime", "endDateTime", wish.end().toString());
        body.set("scheduleInfo", Json.tree(Map.of("expiration", expiration)));
        return body;
    }
}
