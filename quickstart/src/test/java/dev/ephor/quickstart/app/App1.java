package dev.ephor.quickstart.app;

import dev.ephor.quickstart.http.Http;
import java.net.http.HttpResponse;
import java.util.List;

/** The application under test and a raw SCIM client of it. */
final class App1 implements AutoCloseable {
    static final String TOKEN = "a-token-for-tests";

    final ScimApplication app;
    final Http http;

    App1() {
        this(Manners.PLAIN);
    }

    App1(Manners manners) {
        this.app = ScimApplication.start(0, ("Bearer " + TOKEN)::equals, manners);
        this.http = new Http(app.scimUrl(), TOKEN);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return http.send(method, path, "application/scim+json", body);
    }

    /** The id of a new user whose external id is its name with `ext-` before it. */
    String user(String name) {
        String body =
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s","externalId":"ext-%1$s",
                 "active":true,"displayName":"%1$s","name":{"givenName":"%1$s","familyName":"Test"},
                 "emails":[{"value":"%1$s","type":"work","primary":true}]}
                """
                        .formatted(name);
        return created(send("POST", "/Users", body));
    }

    String group(String displayName) {
        String body =
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
                        + displayName
                        + "\"}";
        return created(send("POST", "/Groups", body));
    }

    private static String created(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return Http.json(answer).path("id").asText();
    }

    HttpResponse<String> patch(String path, String operations) {
        return send(
                "PATCH",
                path,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + operations
                        + "]}");
    }

    List<String> memberNames(String group) {
        return app.members(group).stream().map(Account::userName).toList();
    }

    @Override
    public void close() {
        app.close();
    }
}
