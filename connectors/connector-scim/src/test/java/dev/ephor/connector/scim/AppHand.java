package dev.ephor.connector.scim;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An admin's own hand in the application: plain SCIM requests, past the connector. */
final class AppHand implements AutoCloseable {

    private final String url;
    private final String authorization;
    private final boolean privileged;
    private final HttpClient http = HttpClient.newHttpClient();

    AppHand(String url, String authorization) {
        this(url, authorization, true);
    }

    /**
     * @param privileged whether the emulator's manners are passed by
     */
    AppHand(String url, String authorization, boolean privileged) {
        this.url = url;
        this.authorization = authorization;
        this.privileged = privileged;
    }

    String createUser(String userName, String externalId) {
        return Json.parse(
                        send(
                                "POST",
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%1$s","externalId":"%2$s","active":true,
                                 "name":{"givenName":"By","familyName":"Hand"},
                                 "emails":[{"value":"%1$s","type":"work","primary":true}]}"""
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

    int status(String method, String path, String body) {
        return answer(method, path, body).statusCode();
    }

    private String send(String method, String path, String body) {
        var response = answer(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> answer(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/scim+json")
                        .method(method, BodyPublishers.ofString(body));
        if (privileged) {
            request.header("Emulator-Hand", "yes");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
