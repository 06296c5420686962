package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.BEA;
import static dev.ephor.approval.Asking.DANA;
import static dev.ephor.approval.Asking.ZOE;
import static dev.ephor.approval.rest.Api.APPROVALS;
import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.kit.test.TestIssuer.applicationToken;
import static dev.ephor.kit.test.TestIssuer.strongToken;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class DecidingTest {
    private static final String DENY =
            "{\"reviewResult\":\"Deny\",\"justification\":\" not during the freeze \"}";

    @Inject Surroundings surroundings;

    private final Asking asking = Asking.approvers();

    @ParameterizedTest
    @ValueSource(strings = {"Approve", "approve", "APPROVE", "Approved"})
    void an_approver_says_yes(String approve) {
        // Given
        String stage = surroundings.ask(asking);

        // When
        var answer =
                Api.decide(
                        token(ARNO),
                        Api.stage(asking, stage),
                        "{\"reviewResult\":\"%s\"}".formatted(approve));

        // Then
        answer.statusCode(204).body(equalTo(""));
        var said = surroundings.await(asking, 2).get(1);
        assertThat(said.correlationId()).isEqualTo(asking.id());
        assertThat(said.traceparent()).isEqualTo(Surroundings.TRACE);
        assertThat(said.data())
                .isInstanceOfSatisfying(
                        ActivationApproved.class,
                        approved -> {
                            assertThat(approved.decisions().getLast().approver()).isEqualTo(ARNO);
                            assertThat(approved.decisions().getLast().stageId()).isEqualTo(stage);
                            assertThat(approved.decisions().getLast().assurance().amr())
                                    .containsExactly("pwd");
                        });
    }

    @Test
    void an_approver_says_no_and_why() {
        // Given
        String stage = surroundings.ask(asking);
        String path = APPROVALS + asking.id() + "/steps/" + stage;

        // When
        Api.decide(token(BEA), path, DENY).statusCode(204);

        // Then
        assertThat(surroundings.await(asking, 2).get(1).data())
                .isInstanceOfSatisfying(
                        ActivationDenied.class,
                        denied ->
                                assertThat(denied.decision().reason())
                                        .isEqualTo("not during the freeze"));
        Api.get(token(DANA), path)
                .body("status", equalTo("Completed"))
                .body("reviewResult", equalTo("Deny"))
                .body("reviewedBy.id", equalTo(BEA))
                .body("justification", equalTo("not during the freeze"));
        Api.get(token(BEA), path).body("assignedToMe", is(true));
    }

    @Test
    void the_second_decision_hears_who_was_first() {
        // Given
        String stage = surroundings.ask(asking);
        Api.approve(token(ARNO), asking, stage).statusCode(204);

        // Then
        Api.decide(token(BEA), Api.stage(asking, stage), DENY)
                .statusCode(409)
                .body("error.code", equalTo("Conflict"))
                .body("error.message", containsString("already decided by " + ARNO));
        Api.approve(token(ARNO), asking, stage)
                .statusCode(409)
                .body("error.message", containsString("already decided by you"));
        assertThat(surroundings.about(asking)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void the_requester_cannot_decide() {
        // Given
        String stage = surroundings.ask(asking);

        // Then
        Api.approve(strongToken(DANA), asking, stage)
                .statusCode(403)
                .body("error.code", equalTo("Authorization_RequestDenied"));
    }

    @Test
    void a_stranger_cannot_even_see_it() {
        // Given
        String stage = surroundings.ask(asking);

        // Then
        Api.approve(strongToken(ZOE, "Ephor.Admin"), asking, stage)
                .statusCode(404)
                .body("error.code", equalTo("ResourceNotFound"));
        Api.approve(token(ARNO), asking, "another").statusCode(404);
        Api.approve(token(ARNO), Asking.approvers(), stage).statusCode(404);
    }

    @Test
    void a_weak_or_old_sign_in_is_challenged_and_a_new_one_decides() {
        // Given
        var strict = Asking.strictApprovers();
        String path = Api.stage(strict, surroundings.ask(strict));
        String body = "{\"reviewResult\":\"Approve\",\"justification\":\"on call\"}";
        String old = strongToken(BEA, Instant.now().minus(Duration.ofHours(1)));

        // Then
        for (String token : List.of(token(BEA), old)) {
            Api.decide(token, path, body)
                    .statusCode(401)
                    .header(
                            "WWW-Authenticate",
                            allOf(
                                    containsString("error=\"insufficient_user_authentication\""),
                                    containsString("acr_values=\"" + TestIssuer.MFA + "\""),
                                    containsString("max_age=\"900\"")));
        }
        Api.decide(strongToken(BEA), path, body).statusCode(204);
    }

    @Test
    void a_reason_is_asked_for_where_the_policy_says_so() {
        // Given
        var strict = Asking.strictApprovers();
        String stage = surroundings.ask(strict);

        // Then
        Api.approve(strongToken(BEA), strict, stage)
                .statusCode(400)
                .body("error.code", equalTo("JustificationRequired"));
    }

    @Test
    void an_application_alone_decides_nothing() {
        // Given
        String stage = surroundings.ask(asking);
        var nobody = TestIssuer.claims(ARNO).remove("auth_time");

        // Then
        for (String token : List.of(applicationToken(ARNO), TestIssuer.sign(nobody))) {
            Api.approve(token, asking, stage).statusCode(403);
            Api.get(token, APPROVALS + asking.id()).statusCode(403);
        }
    }

    @Test
    void what_was_taken_back_is_decided_no_more() {
        // Given
        String stage = surroundings.ask(asking);
        surroundings.say(asking.takenBack());
        await().until(() -> !"InProgress".equals(statusOf(stage)));

        // Then
        Api.approve(token(ARNO), asking, stage)
                .statusCode(409)
                .body("error.message", containsString("was withdrawn"));
        Api.get(token(ARNO), Api.stage(asking, stage))
                .body("status", equalTo("Completed"))
                .body("reviewResult", equalTo("NotReviewed"));
    }

    private String statusOf(String stage) {
        return Api.get(token(ARNO), Api.stage(asking, stage)).extract().path("status");
    }
}
