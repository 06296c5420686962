package dev.ephor.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads App1 itself, through SCIM: what Ephor says of it does not count here. */
public final class ApplicationReader {
    private final HttpCalls http;
    private final String scimUrl;

    public ApplicationReader(String scimUrl, String token) {
        this.http = new HttpCalls(token);
        this.scimUrl = scimUrl;
    }

    /** Whether the user of that directory object id is a member of the group of that name now. */
    public boolean isMember(String groupName, String externalId) {
        String user = only("/Users", "externalId eq \"" + externalId + "\"").path("id").asText();
        for (JsonNode member :
                only("/Groups", "displayName eq \"" + groupName + "\"").path("members")) {
            if (member.path("value").asText().equals(user)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode only(String where, String filter) {
        HttpCalls.Reply reply =
                http.get(
                        scimUrl
                                + where
                                + "?filter="
                                + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        if (reply.body().path("totalResults").asInt() != 1) {
            throw new IllegalStateException(
                    "App1 should know exactly one " + where + " with " + filter + ": " + reply);
        }
        return reply.body().path("Resources").path(0);
    }
}
