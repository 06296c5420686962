package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no request is answered for, and how that is told. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class UnreadableRequestsTest {
    @Inject Said said;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "`` | BadRequest | JSON object",
                "[] | BadRequest | JSON object",
                "\"x\" | BadRequest | JSON object",
                "{ | BadRequest | line 1",
                "{} {} | BadRequest | line 1",
                "{\"action\": 1} | InvalidRoleAssignmentRequest | 'action' has to be text",
                "{} | InvalidRoleAssignmentRequest | 'action' is missing",
                "{\"action\": \"selfRenew\"} | InvalidRoleAssignmentRequest | has to be one of these here: adminAssign",
                "{\"action\": \"selfActivate\", \"action\": \"selfActivate\"} | BadRequest | Duplicate",
                "{\"action\": \"selfActivate\"} | InvalidRoleAssignmentRequest | 'accessId' is missing",
                "{\"action\": \"selfActivate\", \"accessId\": \"king\"} | InvalidRoleAssignmentRequest | 'king' is neither member nor owner",
                "{\"action\": \"selfActivate\", \"accessId\": \"member\"} | InvalidRoleAssignmentRequest | 'groupId' is missing",
                "{\"action\": \"selfActivate\", \"accessId\": \"member\", \"groupId\": \"a/b\"} | InvalidRoleAssignmentRequest | 'groupId' has to be an object id",
            })
    void refuses_a_body_that_is_no_request(String body, String code, String message) {
        String me = someone();
        post(me, body)
                .statusCode(400)
                .body("error.code", equalTo(code))
                .body("error.message", containsString(message));
        assertThat(said.about(me)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"priority\": 1 | 'priority' is not known here",
                "\"id\": \"x\" | 'id' is not known here",
                "\"justification\": 7 | 'justification' has to be text",
                "\"justification\": \"\\u0000\" | 'justification' holds the character 0",
                "\"isValidationOnly\": \"true\" | 'isValidationOnly' has to be true or false",
                "\"customData\": \"x\" | 'customData' is not supported",
                "\"ticketInfo\": \"INC-1\" | 'ticketInfo' has to be an object",
                "\"ticketInfo\": {\"number\": \"INC-1\"} | 'ticketInfo.number' is not known here",
                "\"scheduleInfo\": [] | 'scheduleInfo' has to be an object",
                "\"scheduleInfo\": {\"startDateTime\": \"now\"} | 'scheduleInfo.startDateTime': 'now' is not a time",
                "\"scheduleInfo\": {\"startDateTime\": \"2026-11-21T10:00:00\"} | is not a time with a zone",
                "\"scheduleInfo\": {\"recurrence\": {}} | 'scheduleInfo.recurrence' is not supported",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDuration\"}} | 'scheduleInfo.expiration.duration' is missing",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDuration\", \"duration\": 5}} | 'scheduleInfo.expiration.duration' has to be text",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDuration\", \"duration\": \"P1M\"}} | 'P1M' is not a duration",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDuration\", \"duration\": \"PT99999999999999999999H\"}} | is not a duration",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDateTime\"}} | 'scheduleInfo.expiration.endDateTime' is missing",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"afterDateTime\", \"endDateTime\": \"2099-01-01T00:00:00Z\", \"duration\": \"PT1H\"}} | does not go with",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"sometimes\"}} | 'scheduleInfo.expiration.type' has to be",
                "\"scheduleInfo\": {\"expiration\": {\"duration\": \"PT1H\"}} | 'scheduleInfo.expiration.type' is missing",
                "\"scheduleInfo\": {\"expiration\": {\"type\": \"noExpiration\"}} | An activation has an end",
            })
    void refuses_a_member_that_cannot_be_understood(String member, String message) {
        String me = someone();
        post(me, activate(me, LAX, ", " + member))
                .statusCode(400)
                .body(
                        "error.code",
                        org.hamcrest.Matchers.startsWith("InvalidRoleAssignmentRequest"))
                .body("error.message", containsString(message));
        assertThat(said.about(me)).isEmpty();
    }

    @Test
    void refuses_a_justification_as_long_as_a_document() {
        String me = someone();
        post(me, activate(me, LAX, ", \"justification\": \"" + "x".repeat(4_001) + "\""))
                .statusCode(400)
                .body("error.message", containsString("longer than 4000 characters"));
    }

    @Test
    void refuses_an_oversized_body() {
        String me = someone();
        post(me, activate(me, LAX, ", \"justification\": \"" + "x".repeat(2_000_000) + "\""))
                .statusCode(413)
                .body("error.code", equalTo("RequestEntityTooLarge"));
        assertThat(said.about(me)).isEmpty();
    }

    @Test
    void refuses_an_oversized_body_that_does_not_announce_its_length() throws Exception {
        // Given
        String me = someone();
        String body = activate(me, LAX, ", \"justification\": \"" + "x".repeat(70_000) + "\"");
        var request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + REQUESTS))
                        .header("Authorization", "Bearer " + TestIssuer.strongToken(me))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofString(body)))
                        .build();

        // When
        HttpResponse<String> response;
        try (var client = HttpClient.newHttpClient()) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("RequestEntityTooLarge");
    }

    @Test
    void refuses_what_is_not_json_by_its_type() {
        String me = someone();
        as(me).contentType("text/plain").body(lax(me)).post(REQUESTS).then().statusCode(415);
    }
}
