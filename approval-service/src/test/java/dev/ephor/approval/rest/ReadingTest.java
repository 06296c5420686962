package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.BEA;
import static dev.ephor.approval.Asking.DANA;
import static dev.ephor.approval.Asking.ZOE;
import static dev.ephor.approval.rest.Api.APPROVALS;
import static dev.ephor.kit.test.TestIssuer.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ReadingTest {
    @Inject Surroundings surroundings;

    private final Asking asking = Asking.approvers();

    @Test
    void an_approver_sees_what_waits_for_them() {
        // Given
        String stage = surroundings.ask(asking);

        // When
        var answer = Api.get(token(ARNO), APPROVALS + asking.id());

        // Then
        answer.statusCode(200)
                .body("'@odata.context'", endsWith("group/assignmentApprovals/$entity"))
                .body("id", equalTo(asking.id()))
                .body("stages", hasSize(1))
                .body("stages[0].id", equalTo(stage))
                .body("stages[0].displayName", nullValue())
                .body("stages[0].assignedToMe", is(true))
                .body("stages[0].status", equalTo("InProgress"))
                .body("stages[0].reviewResult", equalTo("NotReviewed"))
                .body("stages[0].reviewedBy", nullValue())
                .body("stages[0].reviewedDateTime", nullValue())
                .body("stages[0].justification", equalTo(""));
    }

    @Test
    void the_requester_sees_it_but_is_not_asked() {
        // Given
        surroundings.ask(asking);

        // When
        var answer = Api.get(token(DANA), APPROVALS + asking.id());

        // Then
        answer.statusCode(200).body("stages[0].assignedToMe", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stages", "steps"})
    void stages_are_also_called_steps(String name) {
        // Given
        String stage = surroundings.ask(asking);
        String path = APPROVALS + asking.id() + "/" + name;

        // Then
        Api.get(token(BEA), path)
                .statusCode(200)
                .body("'@odata.context'", endsWith("('" + asking.id() + "')/" + name))
                .body("value", hasSize(1))
                .body("value[0].id", equalTo(stage));
        Api.get(token(BEA), path + "/" + stage)
                .statusCode(200)
                .body("id", equalTo(stage))
                .body("assignedToMe", is(true));
        Api.get(token(BEA), path + "/another").statusCode(404);
    }

    @Test
    void a_stranger_gets_the_answer_of_what_does_not_exist() {
        // Given
        String stage = surroundings.ask(asking);
        var paths = List.of("", "/stages", "/steps", "/stages/" + stage);

        // Then
        for (String path : paths) {
            Api.get(token(ZOE), APPROVALS + asking.id() + path)
                    .statusCode(404)
                    .body("error.code", equalTo("ResourceNotFound"));
        }
        Api.get(token(ARNO), APPROVALS + "no-such-approval")
                .statusCode(404)
                .body("error.code", equalTo("ResourceNotFound"))
                .body("error.innerError.request-id", notNullValue());
    }

    @Test
    void roles_open_no_door() {
        // Given
        surroundings.ask(asking);

        // Then
        Api.get(token(ZOE, "Ephor.Admin", "Ephor.Auditor"), APPROVALS + asking.id())
                .statusCode(404);
    }

    @Test
    void the_same_id_in_another_tenant_is_a_stranger() {
        // Given
        surroundings.ask(asking);
        var elsewhere =
                TestIssuer.claims(ARNO).claim("tid", "another-tenant").claim("amr", List.of("mfa"));

        // Then
        Api.get(TestIssuer.sign(elsewhere), APPROVALS + asking.id()).statusCode(404);
    }

    @Test
    void what_was_approved_by_itself_is_no_approval() {
        // Given
        var free = Asking.freely();
        surroundings.say(free.requested());
        surroundings.await(free, 1);

        // Then
        Api.get(token(DANA), APPROVALS + free.id()).statusCode(404);
    }

    @Test
    void without_a_valid_token_there_is_a_challenge() {
        // Given
        String path = APPROVALS + "any";
        String forged = TestIssuer.signByStranger(TestIssuer.claims(ARNO));

        // Then
        given().get(path).then().statusCode(401).header("WWW-Authenticate", "Bearer");
        Api.get(forged, path)
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                .body("error.code", equalTo("InvalidAuthenticationToken"));
    }
}
