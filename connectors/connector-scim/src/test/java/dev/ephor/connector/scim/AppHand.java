package dev.ephor.connector.scim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** An admin's own hand in the application: plain SCIM requests, past the connector. */
final class AppHand implements AutoCloseable {

    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    AppHand(String url, String token) {
        this.url = url;
        this.token = token;
    }

    String createUser(String userName, String externalId) {
        return Json.parse(
                        send(
                                "POST",
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%s","externalId":"%s","active":true}"""
                                        .formatted(userName, externalId)))
                .path("id")
                .asText();
    }

    String createGroup(String displayName) {
        return Json.parse(
                        send(
                                "POST",
                                "/Groups",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                                 "displayName":"%s"}"""
                                        .formatted(displayName)))
                .path("id")
                .asText();
    }

    String get(String path) {
        return send("GET", path, "");
    }

    String id(String endpoint, String displayName) {
        for (var resource : Json.parse(get(endpoint)).path("Resources")) {
            if (resource.path("displayName").asText().equals(displayName)) {
                return resource.path("id").asText();
            }
        }
        throw new IllegalStateException("no " + displayName + " in " + endpoint);
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    void add(String group, String user) {
        patch(
                group,
                """
                {"op":"add","path":"members","value":[{"value":"%s"}]}"""
                        .formatted(user));
    }

    void remove(String group, String user) {
        patch(
                group,
                """
                {"op":"remove","path":"members[value eq \\"%s\\"]"}"""
                        .formatted(user));
    }

    private void patch(String group, String operation) {
        send(
                "PATCH",
                "/Groups/" + group,
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}"""
                        .formatted(operation));
    }

    private String send(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
