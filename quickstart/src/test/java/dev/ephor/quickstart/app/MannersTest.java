package dev.ephor.quickstart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.http.Http;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** In what the application is as a vendor's, so that a client can be tried against it. */
class MannersTest {
    private static final String ADD =
            "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}";
    private static final String BY_PATH =
            "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}";
    private static final String BY_VALUE =
            "{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}";
    private static final String ALL = "{\"op\":\"remove\",\"path\":\"members\"}";

    @Test
    void answers_200_and_removes_nothing_as_keycloak_does() {
        with(
                Manners.KEYCLOAK,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var group = app.group("Admins");
                    app.patch("/Groups/" + group, ADD.formatted(dana));

                    // When
                    var byValue = app.patch("/Groups/" + group, BY_VALUE.formatted(dana));
                    var all = app.patch("/Groups/" + group, ALL);

                    // Then
                    assertThat(byValue.statusCode()).isEqualTo(200);
                    assertThat(all.statusCode()).isEqualTo(200);
                    assertThat(app.memberNames("Admins")).containsExactly("dana@example.com");
                    app.patch("/Groups/" + group, BY_PATH.formatted(dana));
                    assertThat(app.memberNames("Admins")).isEmpty();
                });
    }

    @Test
    void tells_members_and_finds_groups_as_keycloak_does() {
        with(
                Manners.KEYCLOAK,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var group = app.group("Admins");
                    app.patch("/Groups/" + group, ADD.formatted(dana));

                    // When
                    var bare = json(app, "/Groups/" + group);
                    var asked = json(app, "/Groups/" + group + "?attributes=members");
                    var byId = found(app, "/Groups", "id eq \"%s\"".formatted(group));
                    var byMember = found(app, "/Groups", "members.value eq \"%s\"".formatted(dana));
                    var members = found(app, "/Users", "groups.value eq \"%s\"".formatted(group));

                    // Then
                    assertThat(bare.has("members")).isFalse();
                    assertThat(asked.path("members")).hasSize(1);
                    assertThat(byId).isZero();
                    assertThat(byMember).isEqualTo(1);
                    assertThat(members).isEqualTo(1);
                });
    }

    @Test
    void removes_nobody_who_is_not_there_as_keycloak_does() {
        with(
                Manners.KEYCLOAK,
                app -> {
                    // Given
                    var group = app.group("Admins");

                    // When
                    var answer = app.patch("/Groups/" + group, BY_PATH.formatted("nobody"));

                    // Then
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(answer.body()).contains("nobody not found");
                });
    }

    @Test
    void never_tells_members_as_aws_does() {
        with(
                Manners.AWS,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var group = app.group("Admins");
                    app.patch("/Groups/" + group, ADD.formatted(dana));

                    // When
                    var told = json(app, "/Groups/" + group + "?attributes=members");
                    var asked =
                            found(
                                    app,
                                    "/Groups",
                                    "id eq \"%s\" and members eq \"%s\"".formatted(group, dana));

                    // Then
                    assertThat(told.path("members")).isEmpty();
                    assertThat(asked).isEqualTo(1);
                });
    }

    @Test
    void takes_what_aws_takes_and_nothing_else() {
        with(
                Manners.AWS,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var group = "/Groups/" + app.group("Admins");
                    var hundredAndOne = "{\"value\":\"u\"},".repeat(100) + "{\"value\":\"u\"}";

                    // When
                    var refused =
                            new HttpResponse<?>[] {
                                app.patch(group, BY_PATH.formatted(dana)),
                                app.patch(group, ALL),
                                app.patch(
                                        group,
                                        "{\"op\":\"add\",\"path\":\"members\",\"value\":["
                                                + hundredAndOne
                                                + "]}"),
                                app.http.get("/Groups?filter=" + encoded("displayName co \"A\"")),
                                app.http.get("/Groups?filter=" + encoded("members.value eq \"u\"")),
                                app.send("POST", "/Users", "{\"userName\":\"nameless\"}")
                            };
                    var put = app.send("PUT", group, "{\"displayName\":\"Other\"}");

                    // Then
                    assertThat(refused).allMatch(answer -> answer.statusCode() == 400);
                    assertThat(put.statusCode()).isEqualTo(405);
                    assertThat(app.patch(group, BY_VALUE.formatted(dana)).statusCode())
                            .isEqualTo(204);
                });
    }

    @Test
    void takes_one_change_in_a_patch_as_google_does() {
        with(
                Manners.GOOGLE,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var arno = app.user("arno@example.com");
                    var group = "/Groups/" + app.group("Admins");

                    // When
                    var both = app.patch(group, ADD.formatted(dana) + "," + ADD.formatted(arno));
                    var one = app.patch(group, ADD.formatted(dana));

                    // Then
                    assertThat(both.statusCode()).isEqualTo(400);
                    assertThat(one.statusCode()).isEqualTo(204);
                    assertThat(app.memberNames("Admins")).containsExactly("dana@example.com");
                });
    }

    @Test
    void takes_entras_dialect_alone_where_it_knows_no_other_client() {
        with(
                Manners.ENTRA,
                app -> {
                    // Given
                    var dana = app.user("dana@example.com");
                    var group = "/Groups/" + app.group("Admins");

                    // When
                    var lower = app.patch(group, ADD.formatted(dana));
                    var capital =
                            app.patch(group, ADD.formatted(dana).replace("\"add\"", "\"Add\""));

                    // Then
                    assertThat(lower.statusCode()).isEqualTo(400);
                    assertThat(capital.statusCode()).isEqualTo(204);
                });
    }

    private static void with(Manners manners, Consumer<App1> about) {
        try (var app = new App1(manners)) {
            about.accept(app);
        }
    }

    private static JsonNode json(App1 app, String path) {
        return Http.json(app.http.get(path));
    }

    private static int found(App1 app, String endpoint, String filter) {
        return json(app, endpoint + "?filter=" + encoded(filter)).path("totalResults").asInt(-1);
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
