package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.BEA;
import static dev.ephor.approval.Asking.DANA;
import static dev.ephor.approval.Asking.ZOE;
import static dev.ephor.kit.test.TestIssuer.applicationToken;
import static dev.ephor.kit.test.TestIssuer.strongToken;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class NativeApprovalsTest {
    private static final String APPROVALS = "/ephor/v1/approvals/";

    @Inject Surroundings surroundings;

    /** Arno of Security and Bea of Finance, then Zoe. */
    private final Asking asking =
            Asking.by(
                    Asking.rules(
                            stage(panel("Security", ARNO), panel("Finance", BEA)),
                            stage(panel(null, ZOE))));

    @Test
    void it_shows_every_panel_and_what_is_missing() {
        // Given
        surroundings.ask(asking);
        decide(ARNO, "{\"decision\":\"approve\",\"reason\":\"on call\",\"duration\":\"PT1H\"}")
                .statusCode(200);

        // When
        var answer = Api.get(token(BEA), APPROVALS + asking.id());

        // Then
        answer.statusCode(200)
                .body("status", equalTo("PENDING"))
                .body("canDecide", is(true))
                .body("shortenedTo", equalTo("PT1H"))
                .body("stages", hasSize(2))
                .body("stages[0].status", equalTo("InProgress"))
                .body("stages[0].times.lapsesAt", notNullValue())
                .body("stages[0].panels[0].name", equalTo("Security"))
                .body("stages[0].panels[0].agreed.id", equalTo(List.of(ARNO)))
                .body("stages[0].panels[0].missing", is(0))
                .body("stages[0].panels[1].asked.id", equalTo(List.of(BEA)))
                .body("stages[0].panels[1].agreed", empty())
                .body("stages[0].panels[1].missing", is(1))
                .body("stages[0].decisions[0].by.id", equalTo(ARNO))
                .body("stages[0].decisions[0].reason", equalTo("on call"))
                .body("stages[1].status", equalTo("Initializing"))
                .body("stages[1].panels[0].missing", is(1))
                .body("stages[1].times", nullValue());
    }

    @Test
    void stage_after_stage_leads_to_an_approval_with_every_decision() {
        // Given
        surroundings.ask(asking);

        // When
        decide(ARNO, "{\"decision\":\"approve\"}").statusCode(200);
        decide(BEA, "{\"decision\":\"Approve\",\"duration\":\"PT30M\"}").statusCode(200);
        var last = decide(ZOE, "{\"decision\":\"approve\"}");

        // Then
        last.statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("stages.status", equalTo(List.of("Completed", "Completed")))
                .body("stages[1].panels[0].agreed.id", equalTo(List.of(ZOE)))
                .body("stages[1].decisions[0].by.id", equalTo(ZOE));
        var approved = (ActivationApproved) surroundings.await(asking, 5).getLast().data();
        assertThat(approved.decisions()).extracting("approver").containsExactly(ARNO, BEA, ZOE);
        assertThat(Duration.between(approved.start(), approved.end()))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void the_message_is_the_templates() {
        // Given
        surroundings.ask(asking);

        // Then
        Api.get(token(DANA), APPROVALS + asking.id())
                .body("title", containsString("asks to become member of " + asking.key().group()))
                .body("message", containsString("for 2 h"))
                .body("justification", equalTo("to mend it"));
    }

    @Test
    void a_window_is_not_lengthened() {
        // Given
        surroundings.ask(asking);

        // Then
        decide(ARNO, "{\"decision\":\"approve\",\"duration\":\"PT3H\"}")
                .statusCode(400)
                .body("detail", containsString("never lengthens"));
        decide(ARNO, "{\"decision\":\"approve\",\"duration\":\"long\"}").statusCode(400);
        decide(ARNO, "{\"decision\":\"perhaps\"}").statusCode(400);
        decide(ARNO, "{}").statusCode(400);
    }

    @Test
    void a_second_vote_is_a_conflict() {
        // Given
        surroundings.ask(asking);
        decide(ARNO, "{\"decision\":\"approve\"}").statusCode(200);

        // Then
        decide(ARNO, "{\"decision\":\"deny\"}")
                .statusCode(409)
                .body("detail", containsString("already decided by you"));
    }

    @Test
    void lists_are_by_relation() {
        // Given
        surroundings.ask(asking);
        decide(ARNO, "{\"decision\":\"deny\"}").statusCode(200).body("status", equalTo("DENIED"));

        // Then
        assertListed(ARNO, "decided");
        assertListed(DANA, "mine");
        assertListed(DANA, "requested");
        Api.get(token(BEA), "/ephor/v1/approvals?of=waiting&limit=1000")
                .body("entries.findAll { it.id == '" + asking.id() + "' }", empty());
        Api.get(token(BEA), "/ephor/v1/approvals?of=all").statusCode(400);
    }

    @Test
    void who_looks_after_the_tenant_sees_it_and_others_do_not() {
        // Given
        surroundings.ask(asking);

        // Then
        String vera = "b4a1d5e0-1111-4111-8111-000000000199";
        for (String role : List.of("Ephor.Admin", "Ephor.Auditor")) {
            Api.get(strongToken(vera, role), APPROVALS + asking.id()).statusCode(200);
        }
        Api.get(token(vera), APPROVALS + asking.id()).statusCode(404);
        Api.get(applicationToken(ARNO), APPROVALS + asking.id()).statusCode(403);
        decide(strongToken(vera, "Ephor.Admin"), asking, "{\"decision\":\"approve\"}")
                .statusCode(404);
    }

    private void assertListed(String who, String of) {
        Api.get(token(who), "/ephor/v1/approvals?limit=5&of=" + of)
                .statusCode(200)
                .body("entries.id", hasItem(asking.id()));
    }

    private ValidatableResponse decide(String who, String body) {
        return decide(token(who), asking, body);
    }

    private static ValidatableResponse decide(String token, Asking asking, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(APPROVALS + asking.id() + "/decisions")
                .then();
    }

    private static Policy.Stage stage(Policy.Panel... panels) {
        return Asking.stage(Duration.ofDays(1), null, false).with(List.of(panels));
    }

    private static Policy.Panel panel(String name, String user) {
        return new Policy.Panel(name, List.of(Approver.user(user)), 1);
    }
}
