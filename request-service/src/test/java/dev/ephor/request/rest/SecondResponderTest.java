package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a whole tenant needs two. */
@QuarkusTest
@TestProfile(SecondResponderTest.Two.class)
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class SecondResponderTest {
    private static final String FIRST = "b4a1d5e0-1111-4111-8111-0000000000f1";
    private static final String SECOND = "b4a1d5e0-1111-4111-8111-0000000000f2";
    private static final String TENANT =
            "{\"scope\": {\"kind\": \"tenant\"}, \"reason\": \"ransomware\", \"suspend\": true}";

    /** Four eyes, and little time for them. */
    public static class Two implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ephor.signals.second-responder", "true",
                    "ephor.signals.second-responder-within", "PT15S");
        }
    }

    private static ValidatableResponse call(String who, String path, String body) {
        return as(who, "Ephor.Responder").body(body).post("/ephor/v1/" + path).then();
    }

    private static String proposed() {
        return call(FIRST, "signals/revoke-access", TENANT)
                .statusCode(202)
                .body("status", equalTo("awaitingConfirmation"))
                .body("standing", equalTo(false))
                .extract()
                .path("id");
    }

    @Test
    void nothing_is_done_until_another_responder_confirms() {
        // Given
        String holder = someone();
        String id = proposed();
        post(holder, lax(holder)).statusCode(201);

        // When
        call(FIRST, "responses/" + id + "/confirm", "").statusCode(403);
        given().auth()
                .oauth2(TestIssuer.applicationToken("playbook", "Ephor.Responder"))
                .post("/ephor/v1/responses/" + id + "/confirm")
                .then()
                .statusCode(403);
        ValidatableResponse confirmed = call(SECOND, "responses/" + id + "/confirm", "");

        // Then
        confirmed
                .statusCode(200)
                .body("standing", equalTo(true))
                .body("confirmedBy", equalTo(SECOND));
        post(holder, lax(holder)).statusCode(400).body("error.code", equalTo("AccessSuspended"));
        call(SECOND, "responses/" + id + "/confirm", "").statusCode(200);
        call(FIRST, "signals/resume-access", TENANT.replace(", \"suspend\": true", ""))
                .statusCode(200);
        String other = someone();
        post(other, lax(other)).statusCode(201);
    }

    @Test
    void it_lapses_when_nobody_confirms() {
        // Given
        String id = proposed();

        // Then
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () ->
                                as(SECOND, "Ephor.Responder")
                                        .get("/ephor/v1/responses/" + id)
                                        .then()
                                        .body("status", equalTo("lapsed")));
        call(SECOND, "responses/" + id + "/confirm", "").statusCode(409);
        call(SECOND, "responses/unknown/confirm", "").statusCode(404);
    }

    @Test
    void less_than_a_tenant_needs_one() {
        String body = TENANT.replace("\"tenant\"", "\"principal\", \"id\": \"" + someone() + "\"");
        call(FIRST, "signals/revoke-access", body).statusCode(202).body("standing", equalTo(true));
    }
}
