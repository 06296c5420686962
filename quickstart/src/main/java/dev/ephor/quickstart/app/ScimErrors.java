package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.FaultyEndpoint;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;

/** SCIM's error body (RFC 7644 section 3.12), for errors that no request in particular causes. */
final class ScimErrors implements FaultyEndpoint.ErrorShape {
    @Override
    public Reply error(int status, Request request) {
        return of(status, "The application answers " + status + ".");
    }

    static Reply of(int status, String detail) {
        ObjectNode body = Json.object();
        body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        body.put("status", String.valueOf(status));
        body.put("detail", detail);
        return Reply.json(status, body).with("Content-Type", ScimEndpoint.MEDIA_TYPE);
    }
}
