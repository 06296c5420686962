package dev.ephor.quickstart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import dev.ephor.quickstart.http.Http;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScimApplicationTest {
    private static final String NOBODY = "/Users?filter=userName%20eq%20%22nobody%22";

    private final App1 app1 = new App1();

    @AfterEach
    void close() {
        app1.close();
    }

    @Test
    void answers_a_wrong_token_with_a_scim_error() {
        // When
        HttpResponse<String> answer = new Http(app1.app.scimUrl(), "wrong").get("/Users");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Http.json(answer).path("status").asText()).isEqualTo("401");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void describes_itself() {
        // When
        JsonNode config = Http.json(app1.http.get("/ServiceProviderConfig"));

        // Then
        assertThat(config.path("patch").path("supported").asBoolean()).isTrue();
        assertThat(app1.http.get("/Schemas").body())
                .contains("urn:ietf:params:scim:schemas:core:2.0:Group");
        assertThat(app1.http.get("/ResourceTypes").statusCode()).isEqualTo(200);
    }

    @Test
    void finds_nobody_with_an_empty_list() {
        // When
        HttpResponse<String> answer = app1.http.get(NOBODY);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.json(answer).path("totalResults").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"DANA@example.com\"",
                "externalId eq \"ext-dana@example.com\"",
                "emails[type eq \"work\"].value eq \"dana@example.com\"",
                "displayName sw \"dana\" and active eq true"
            })
    void finds_a_user_by_filter(String filter) {
        // Given
        String dana = app1.user("dana@example.com");
        app1.user("arno@example.com");

        // When
        String query = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        JsonNode list = Http.json(app1.http.get("/Users?filter=" + query));

        // Then
        assertThat(list.path("Resources")).as(list.toString()).hasSize(1);
        assertThat(list.path("Resources").get(0).path("id").asText()).isEqualTo(dana);
    }

    @Test
    void refuses_a_second_user_of_one_name() {
        // Given
        app1.user("dana@example.com");

        // When
        HttpResponse<String> answer =
                app1.send(
                        "POST",
                        "/Users",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"Dana@example.com\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).path("scimType").asText()).isEqualTo("uniqueness");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}",
                "{\"op\":\"replace\",\"value\":{\"active\":false,\"name.familyName\":\"Ray\"}}",
                "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"
            })
    void disables_a_user_who_can_still_be_found(String operation) {
        // Given
        String dana = app1.user("dana@example.com");

        // When
        HttpResponse<String> answer = app1.patch("/Users/" + dana, operation);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(app1.app.accounts()).extracting(Account::active).containsExactly(false);
        assertThat(app1.http.get("/Users/" + dana).statusCode()).isEqualTo(200);
    }

    @Test
    void pages_through_users() {
        // Given
        for (int i = 0; i < 5; i++) {
            app1.user("user" + i);
        }

        // When
        JsonNode page = Http.json(app1.http.get("/Users?startIndex=4&count=3"));

        // Then
        assertThat(page.path("totalResults").asInt()).isEqualTo(5);
        assertThat(page.path("itemsPerPage").asInt()).isEqualTo(2);
    }

    @Test
    void answers_success_and_does_nothing_when_told_to_lie() {
        // Given
        String dana = app1.user("dana@example.com");
        String group = app1.group("Admins");
        app1.app.faults().add(FaultRule.once("PATCH", "/Groups/", Fault.lie()));
        String add =
                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + dana + "\"}]}";

        // When
        HttpResponse<String> lied = app1.patch("/Groups/" + group, add);

        // Then
        assertThat(lied.statusCode()).isEqualTo(204);
        assertThat(app1.app.members("Admins")).isEmpty();
        assertThat(app1.app.calls().of("PATCH")).isEqualTo(1);
    }

    @Test
    void throttles_in_scims_error_shape() {
        // Given
        app1.app.faults().add(FaultRule.once("GET", "/Users", Fault.throttled(3)));

        // When
        HttpResponse<String> answer = app1.http.get("/Users");

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(Http.json(answer).path("status").asText()).isEqualTo("429");
    }

    @Test
    void shows_its_journal_by_request() {
        // Given
        app1.user("dana@example.com");

        // When
        JsonNode journal =
                Http.json(
                        new Http("http://127.0.0.1:" + app1.app.port(), "")
                                .get("/_emulator/journal"));

        // Then
        assertThat(journal).hasSize(1);
        assertThat(journal.get(0).path("change").asText()).isEqualTo("USER_CREATED");
    }

    @Test
    void speaks_with_the_scim_sdks_client() {
        // Given
        String dana = app1.user("dana@example.com");
        String group = app1.group("Admins");
        ScimClientConfig config =
                ScimClientConfig.builder()
                        .httpHeaders(Map.of("Authorization", "Bearer " + App1.TOKEN))
                        .build();
        try (ScimRequestBuilder scim = new ScimRequestBuilder(app1.app.scimUrl(), config)) {
            // When
            ServerResponse<Group> patched =
                    scim.patch(Group.class, EndpointPaths.GROUPS, group)
                            .addOperation()
                            .path("members")
                            .op(PatchOp.ADD)
                            .valueNode(
                                    de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member
                                            .builder()
                                            .value(dana)
                                            .build())
                            .build()
                            .sendRequest();
            ServerResponse<ListResponse<User>> found =
                    scim.list(User.class, EndpointPaths.USERS)
                            .filter("externalId", Comparator.EQ, "ext-dana@example.com")
                            .build()
                            .get()
                            .sendRequest();

            // Then
            assertThat(patched.isSuccess()).as(patched.getResponseBody()).isTrue();
            assertThat(found.getResource().getListedResources()).hasSize(1);
            assertThat(app1.memberNames("Admins")).containsExactly("dana@example.com");
        }
    }
}
