package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.http.Json;

/** Decides at approval-service in Graph's wire shape, in the name of whoever holds the token. */
public final class Approver {
    private static final String APPROVALS =
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentApprovals/";

    private final HttpCalls http;
    private final String baseUrl;

    public Approver(String baseUrl, String token) {
        this.http = new HttpCalls(token);
        this.baseUrl = baseUrl;
    }

    /** The approval of a request, once approval-service has heard of it. */
    public HttpCalls.Reply approval(String id) {
        return http.get(baseUrl + APPROVALS + id);
    }

    /**
     * @param result {@code Approve} or {@code Deny}
     */
    public HttpCalls.Reply decide(String approval, String stage, String result) {
        JsonNode body =
                Json.object().put("reviewResult", result).put("justification", "on call this week");
        return http.patch(baseUrl + APPROVALS + approval + "/stages/" + stage, body);
    }

    /**
     * Decides in whatever stage waits, in Ephor's own words.
     *
     * @param decision {@code approve} or {@code deny}
     */
    public HttpCalls.Reply decide(String approval, String decision) {
        JsonNode body = Json.object().put("decision", decision).put("reason", "on call this week");
        return http.post(baseUrl + "/ephor/v1/approvals/" + approval + "/decisions", body);
    }
}
