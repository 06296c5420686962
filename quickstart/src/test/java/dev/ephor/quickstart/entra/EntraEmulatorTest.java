package dev.ephor.quickstart.entra;

import static dev.ephor.quickstart.entra.Acme.ARNO;
import static dev.ephor.quickstart.entra.Acme.DANA;
import static dev.ephor.quickstart.entra.Acme.EVERYBODY;
import static dev.ephor.quickstart.entra.Acme.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import dev.ephor.quickstart.http.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an SDK hides: refusals on the wire, tokens, lag and faults. */
class EntraEmulatorTest {
    private static final String MEMBERS = "/groups/" + OPERATORS + "/members";

    private final Acme acme = new Acme();
    private final EntraEmulator entra = acme.entra;
    private final Http http = acme.http;

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void creates_users_and_groups_by_request() {
        // When
        HttpResponse<String> user =
                http.send(
                        "POST",
                        "/users",
                        "{\"displayName\":\"Ina\",\"userPrincipalName\":\"ina@example.com\"}");
        HttpResponse<String> group = http.send("POST", "/groups", "{\"displayName\":\"Auditors\"}");

        // Then
        assertThat(user.statusCode()).isEqualTo(201);
        assertThat(http.get("/users/ina@example.com").body())
                .contains(Http.json(user).path("id").asText());
        assertThat(http.get("/groups/" + Http.json(group).path("id").asText()).body())
                .contains("Auditors");
        assertThat(
                        Http.json(
                                        http.get(
                                                "/groups?$filter=displayName%20eq%20'Auditors'&$select=id"))
                                .path("value"))
                .hasSize(1);
    }

    @Test
    void refuses_calls_without_a_token_of_its_own() {
        // When
        HttpResponse<String> answer =
                new Http(entra.graphUrl(), "made-up").get("/groups/" + OPERATORS);
        entra.revokeTokens();

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("InvalidAuthenticationToken");
        assertThat(http.get("/groups/" + OPERATORS).statusCode()).isEqualTo(401);
    }

    @Test
    void issues_tokens_for_client_credentials_as_azure_identity_asks_for_them() {
        // Given
        String form =
                "client_info=1&grant_type=client_credentials&client_id="
                        + Registration.QUICKSTART.clientId()
                        + "&client_secret="
                        + Registration.QUICKSTART.clientSecret()
                        + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default+openid+profile+offline_access";

        // When
        HttpResponse<String> issued = token(form);
        HttpResponse<String> refused = token(form.replace("quickstart-secret", "wrong"));

        // Then
        String token = Http.json(issued).path("access_token").asText();
        assertThat(new Http(entra.graphUrl(), token).get("/groups").statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Http.json(refused).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void names_the_missing_ref_and_never_deletes_the_object_itself() {
        // Given
        entra.addMember(OPERATORS, DANA);

        // When
        HttpResponse<String> post = http.send("POST", MEMBERS, Acme.referenceBody(ARNO));
        HttpResponse<String> delete = http.send("DELETE", MEMBERS + "/" + DANA, "");

        // Then
        assertThat(post.statusCode()).isEqualTo(400);
        assertThat(post.body()).contains("Write requests are only supported on contained entities");
        assertThat(delete.statusCode()).isEqualTo(403);
        assertThat(code(delete)).isEqualTo("Authorization_RequestDenied");
        assertThat(entra.members(OPERATORS)).containsExactly(DANA);
    }

    @Test
    void refuses_to_write_to_dynamic_and_synchronised_groups() {
        // Given
        String dynamic = "3f0e7c11-2222-4222-8222-000000000701";
        String synced = "3f0e7c11-2222-4222-8222-000000000702";
        entra.addDynamicGroup(dynamic, "All in sales");
        entra.addSynchronisedGroup(synced, "From the cellar");

        // When
        HttpResponse<String> first =
                http.send("POST", "/groups/" + dynamic + "/members/$ref", Acme.referenceBody(DANA));
        HttpResponse<String> second =
                http.send("POST", "/groups/" + synced + "/members/$ref", Acme.referenceBody(DANA));

        // Then
        assertThat(first.statusCode()).isEqualTo(403);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("on-premises mastered");
        assertThat(entra.journal().size()).isZero();
    }

    @Test
    void keeps_the_last_owner() {
        // Given
        entra.addOwner(OPERATORS, DANA);
        http.send("POST", "/groups/" + OPERATORS + "/owners/$ref", Acme.referenceBody(ARNO));
        http.send("DELETE", "/groups/" + OPERATORS + "/owners/" + ARNO + "/$ref", "");

        // When
        HttpResponse<String> last =
                http.send("DELETE", "/groups/" + OPERATORS + "/owners/" + DANA + "/$ref", "");

        // Then
        assertThat(last.statusCode()).isEqualTo(400);
        assertThat(entra.owners(OPERATORS)).containsExactly(DANA);
    }

    @Test
    void fails_what_depends_on_a_failed_item_of_a_batch() {
        // Given
        String batch =
                """
                {"requests":[
                  {"id":"1","method":"DELETE","url":"/groups/%1$s/members/%2$s/$ref"},
                  {"id":"2","method":"GET","url":"/groups/%1$s/members?$select=id","dependsOn":["1"]},
                  {"id":"3","method":"GET","url":"/groups/%1$s?$select=displayName"}]}
                """
                        .formatted(OPERATORS, DANA);

        // When
        JsonNode responses = Http.json(http.send("POST", "/$batch", batch)).path("responses");

        // Then
        assertThat(responses)
                .extracting(r -> r.path("status").asInt())
                .containsExactlyInAnyOrder(404, 424, 200);
        assertThat(responses.toString()).contains("FailedDependency").contains("Billing operators");
    }

    @Test
    void takes_at_most_twenty_items_and_unique_ids_in_a_batch() {
        // Given
        String item = "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"/groups\"}";
        StringBuilder many = new StringBuilder(item.formatted("0"));
        for (int i = 1; i <= 20; i++) {
            many.append(',').append(item.formatted(i));
        }
        String twice = item.formatted("a") + "," + item.formatted("a");

        // When
        HttpResponse<String> tooMany =
                http.send("POST", "/$batch", "{\"requests\":[" + many + "]}");
        HttpResponse<String> notUnique =
                http.send("POST", "/$batch", "{\"requests\":[" + twice + "]}");

        // Then
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(notUnique.statusCode()).isEqualTo(400);
    }

    @Test
    void says_504_after_it_has_done_what_was_asked() {
        // Given
        arm(
                "{\"method\":\"POST\",\"path\":\"/members/\",\"kind\":\"status-after-commit\",\"status\":504,\"count\":1}");

        // When
        HttpResponse<String> answer =
                http.send("POST", MEMBERS + "/$ref", Acme.referenceBody(DANA));

        // Then
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(entra.members(OPERATORS)).containsExactly(DANA);
    }

    @Test
    void cuts_the_connection_until_the_faults_are_cleared() {
        // Given
        arm("{\"path\":\"/members\",\"kind\":\"reset\"}");

        // When
        assertThatThrownBy(() -> http.get(MEMBERS)).isInstanceOf(UncheckedIOException.class);
        new Http(root(), "").send("DELETE", "/_emulator/faults", "");

        // Then
        assertThat(http.get(MEMBERS).statusCode()).isEqualTo(200);
    }

    @Test
    void answers_html_where_a_gateway_would() {
        // Given
        entra.faults().add(FaultRule.always("", "", Fault.htmlBadGateway()));

        // When
        HttpResponse<String> answer = http.get(MEMBERS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void names_the_kinds_of_faults_where_it_knows_none_of_that_name() {
        // When
        HttpResponse<String> answer =
                new Http(root(), "").send("POST", "/_emulator/faults", "{\"kind\":\"storm\"}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("storm").contains("status-after-commit");
    }

    @Test
    void shows_reads_as_a_replica_that_lags_while_writes_see_the_truth() {
        // Given
        entra.readLag(Duration.ofHours(1));
        http.send("POST", MEMBERS + "/$ref", Acme.referenceBody(DANA));

        // When
        String lagging = http.get(MEMBERS).body();
        int again = http.send("POST", MEMBERS + "/$ref", Acme.referenceBody(DANA)).statusCode();
        entra.readLag(Duration.ZERO);
        String caughtUp = http.get(MEMBERS).body();

        // Then
        assertThat(lagging).doesNotContain(DANA);
        assertThat(again).isEqualTo(400);
        assertThat(caughtUp).contains(DANA);
    }

    @Test
    void keeps_a_journal_of_changes_alone_and_shows_it_by_request() throws Exception {
        // Given
        entra.addMember(OPERATORS, DANA);
        http.send("POST", MEMBERS + "/$ref", Acme.referenceBody(DANA));
        entra.addMember(EVERYBODY, ARNO);

        // When
        JsonNode entries = Http.json(new Http(root(), "").get("/_emulator/journal?after=1"));

        // Then
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("sequence").asInt()).isEqualTo(2);
        assertThat(entries.get(0).path("change").asText()).isEqualTo("ADD");
        assertThat(entries.get(0).path("principal").asText()).isEqualTo(ARNO);
        assertThat(entries.get(0).path("at").asText()).endsWith("Z");
        assertThat(
                        entra.journal()
                                .await(0, effect -> effect.principal().equals(ARNO), Duration.ZERO))
                .isPresent();
    }

    @Test
    void answers_bad_input_in_graphs_shape() {
        // Then
        assertThat(code(http.send("POST", MEMBERS + "/$ref", "{not json"))).isEqualTo("BadRequest");
        assertThat(code(http.get("/groups/no-guid"))).isEqualTo("Request_ResourceNotFound");
        assertThat(code(http.get("/groups?$top=0"))).isEqualTo("Request_BadRequest");
        assertThat(code(http.get("/nonsense"))).isEqualTo("BadRequest");
        assertThat(http.send("PUT", MEMBERS, "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void says_which_port_is_taken() {
        // Then
        assertThatThrownBy(() -> EntraEmulator.start(entra.port()))
                .hasMessageContaining("127.0.0.1:" + entra.port())
                .hasCauseInstanceOf(IOException.class);
    }

    private void arm(String fault) {
        assertThat(new Http(root(), "").send("POST", "/_emulator/faults", fault).statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> token(String form) {
        return new Http(entra.tokenUrl(), "")
                .send("POST", "", "application/x-www-form-urlencoded", form);
    }

    private String root() {
        return "http://127.0.0.1:" + entra.port();
    }

    private static String code(HttpResponse<String> answer) {
        return Http.json(answer).path("error").path("code").asText();
    }
}
