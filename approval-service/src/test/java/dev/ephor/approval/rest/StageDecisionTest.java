package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class StageDecisionTest {
    @Inject Surroundings surroundings;

    private final Asking asking = Asking.approvers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"Approve\"",
                "{}",
                "{\"reviewResult\":null}",
                "{\"reviewResult\":\"\"}",
                "{\"reviewResult\":\"Maybe\"}",
                "{\"reviewResult\":\"NotReviewed\"}",
                "{\"reviewResult\":true}",
                "{\"reviewResult\":[\"Approve\"]}",
                "{\"reviewResult\":\"Approve\",\"justification\":{}}",
                "{\"reviewResult\":\"Approve\",\"force\":true}"
            })
    void a_body_that_says_nothing_is_refused(String body) {
        // Given
        String stage = surroundings.ask(asking);

        // Then
        Api.decide(token(ARNO), Api.stage(asking, stage), body)
                .statusCode(400)
                .body("error.code", equalTo("BadRequest"));
        Api.get(token(ARNO), Api.stage(asking, stage)).body("status", equalTo("InProgress"));
    }

    @Test
    void a_body_without_end_is_refused() {
        // Given
        String stage = surroundings.ask(asking);
        String body =
                "{\"reviewResult\":\"Deny\",\"justification\":\"%s\"}"
                        .formatted("x".repeat(70_000));

        // Then
        Api.decide(token(ARNO), Api.stage(asking, stage), body)
                .statusCode(413)
                .body("error.code", equalTo("RequestEntityTooLarge"));
    }

    @Test
    void a_client_may_send_the_whole_stage_back() {
        // Given
        String stage = surroundings.ask(asking);
        String path = Api.stage(asking, stage);
        String read = Api.get(token(ARNO), path).extract().asString();

        // Then
        Api.decide(token(ARNO), path, read.replace("NotReviewed", "Approve")).statusCode(204);
    }
}
