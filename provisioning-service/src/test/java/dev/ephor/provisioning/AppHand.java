package dev.ephor.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.events.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** An admin's own hand in a SCIM application: plain requests, past Ephor. */
public final class AppHand implements AutoCloseable {
    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    public AppHand(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** The application's id of a new user. */
    public String createUser(String userName, String externalId) {
        return send(
                        "POST",
                        "/Users",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                         "userName":"%s","externalId":"%s","active":true}"""
                                .formatted(userName, externalId))
                .path("id")
                .asText();
    }

    public void createGroup(String displayName) {
        send(
                "POST",
                "/Groups",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}"""
                        .formatted(displayName));
    }

    public void add(String groupName, String userId) {
        patch(
                groupName,
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                        .formatted(userId));
    }

    public void remove(String groupName, String userId) {
        patch(
                groupName,
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(userId));
    }

    private void patch(String groupName, String operation) {
        send(
                "PATCH",
                "/Groups/" + group(groupName),
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}"""
                        .formatted(operation));
    }

    private String group(String displayName) {
        for (JsonNode group : send("GET", "/Groups?count=200", "").path("Resources")) {
            if (group.path("displayName").asText().equals(displayName)) {
                return group.path("id").asText();
            }
        }
        throw new IllegalStateException("no group " + displayName);
    }

    private JsonNode send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .header("Emulator-Hand", "yes")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return EventCodec.json().readTree(answer.isEmpty() ? "{}" : answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
