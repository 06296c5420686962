package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.deactivate;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.Calls.with;
import static dev.ephor.request.testing.ExampleCompany.LATER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.events.Topics;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.Calls;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class AssignmentScheduleRequestsTest {
    @Inject Said said;

    @Test
    void answers_with_the_request_in_graphs_shape() {
        // Given
        String me = someone();

        // When
        var response = post(me, strict(me));

        // Then
        response.statusCode(201)
                .header("Location", endsWith(REQUESTS + "/" + response.extract().path("id")))
                .body("'@odata.context'", containsString("/v1.0/$metadata#identityGovernance"))
                .body("status", equalTo("PendingApproval"))
                .body("approvalId", equalTo(response.extract().path("id")))
                .body("action", equalTo("selfActivate"))
                .body("accessId", equalTo("member"))
                .body("principalId", equalTo(me))
                .body("groupId", equalTo(STRICT))
                .body(
                        "targetScheduleId",
                        equalTo(STRICT + "_member_" + response.extract().path("id")))
                .body("justification", equalTo("restart of billing workers"))
                .body("scheduleInfo.startDateTime", notNullValue())
                .body("scheduleInfo", allOf(hasKey("recurrence"), hasKey("expiration")))
                .body("scheduleInfo.expiration.type", equalTo("afterDuration"))
                .body("scheduleInfo.expiration.duration", equalTo("PT2H"))
                .body("ticketInfo.ticketNumber", equalTo("INC-20417"))
                .body("ticketInfo.ticketSystem", equalTo("Helpdesk"))
                .body("isValidationOnly", equalTo(false))
                .body("createdBy.user.id", equalTo(me))
                .body("createdDateTime", notNullValue())
                .body("completedDateTime", nullValue())
                .body("$", hasKey("completedDateTime"))
                .body("customData", nullValue());
    }

    @Test
    void waits_for_provisioning_alone_where_nobody_has_to_approve() {
        String me = someone();
        post(me, lax(me))
                .statusCode(201)
                .body("status", equalTo("PendingProvisioning"))
                .body("approvalId", nullValue())
                .body("scheduleInfo.expiration.duration", equalTo("PT1H"));
    }

    @Test
    void says_the_request_on_kafka_with_the_journey_it_belongs_to() {
        // Given
        String me = someone();
        String journey = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        // When
        String id =
                as(me).header("traceparent", journey)
                        .body(strict(me))
                        .post(REQUESTS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        // Then
        var event = said.onKafka(Topics.REQUESTS, id).orElseThrow();
        var requested = (ActivationRequested) event.data();
        assertThat(event.traceparent()).isEqualTo(journey);
        assertThat(event.causationId()).isNull();
        assertThat(requested.activationId()).isEqualTo(id);
        assertThat(requested.key().tenant()).isEqualTo(TestIssuer.TENANT);
        assertThat(requested.duration()).isEqualTo(Duration.ofHours(2));
        assertThat(requested.policy().stages()).hasSize(1);
        assertThat(requested.assurance().acr()).isEqualTo(TestIssuer.MFA);
    }

    @Test
    void a_weak_sign_in_is_challenged_and_the_refusal_is_kept() {
        // Given
        String me = someone();

        // When
        var response = with(TestIssuer.token(me)).body(strict(me)).post(REQUESTS).then();

        // Then
        response.statusCode(401)
                .header(
                        "WWW-Authenticate",
                        allOf(
                                containsString("error=\"insufficient_user_authentication\""),
                                containsString("acr_values=\"urn:ephor:acr:mfa\""),
                                containsString("max_age=\"900\"")))
                .body("error.details.code", equalTo(List.of("MfaRule")));
        assertRefused(me, "MfaRule");
    }

    @Test
    void a_stale_sign_in_is_challenged() {
        // Given
        String me = someone();
        String stale = TestIssuer.strongToken(me, Instant.now().minus(Duration.ofHours(1)));

        // When
        var response = with(stale).body(strict(me)).post(REQUESTS).then();

        // Then
        response.statusCode(401).header("WWW-Authenticate", containsString("max_age"));
        assertRefused(me, "MfaRule");
    }

    @Test
    void names_every_failed_rule_at_once() {
        // Given
        String me = someone();
        String tooMuch =
                activate(
                        me,
                        STRICT,
                        """
                        , "justification": ".",
                        "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "P2D"}}
                        """);

        // When
        var response = post(me, tooMuch);

        // Then
        response.statusCode(400)
                .body("error.code", equalTo("RoleAssignmentRequestPolicyValidationFailed"))
                .body(
                        "error.message",
                        equalTo(
                                "The following policy rules failed: [\"ExpirationRule\",\"JustificationRule\",\"TicketingRule\"]"))
                .body(
                        "error.details.message",
                        hasItems(
                                containsString("PT8H"),
                                containsString("10 characters"),
                                containsString("ticketNumber")));
        assertRefused(me, "ExpirationRule", "JustificationRule", "TicketingRule");
    }

    private void assertRefused(String principal, String... rules) {
        assertThat(said.about(principal))
                .singleElement()
                .isInstanceOfSatisfying(
                        ActivationRefused.class,
                        refused -> {
                            assertThat(refused.requestedBy()).isEqualTo(principal);
                            assertThat(refused.violations())
                                    .extracting(Violation::rule)
                                    .containsExactly(rules);
                        });
        assertThat(said.stored(principal)).isZero();
    }

    @Test
    void a_dry_run_says_the_same_and_stores_nothing() {
        // Given
        String me = someone();
        String rehearsal = ", \"isValidationOnly\": true";

        // When
        var accepted = post(me, activate(me, LAX, rehearsal));
        var refused = post(me, activate(me, STRICT, rehearsal));

        // Then
        accepted.statusCode(201).body("isValidationOnly", equalTo(true)).body("id", nullValue());
        refused.statusCode(400)
                .body("error.message", containsString("JustificationRule\",\"TicketingRule"));
        assertThat(said.about(me)).isEmpty();
        assertThat(said.stored(me)).isZero();
        post(me, lax(me)).statusCode(201);
    }

    @Test
    void reads_enums_in_any_case_and_odata_annotations() {
        String me = someone();
        post(
                        me,
                        """
                        {"@odata.type": "#microsoft.graph.privilegedAccessGroupAssignmentScheduleRequest",
                        "action": "SelfActivate", "accessId": "Member", "principalId": "%s", "groupId": "%s",
                        "group@odata.bind": "x", "customData": null, "ticketInfo": null,
                        "scheduleInfo": {"@odata.type": "x", "recurrence": null, "startDateTime": null,
                          "expiration": {"@odata.type": "x", "type": "AfterDuration", "duration": "PT30M", "endDateTime": null}}}
                        """
                                .formatted(me.toUpperCase(java.util.Locale.ROOT), LAX))
                .statusCode(201)
                .body("principalId", equalTo(me))
                .body("scheduleInfo.expiration.duration", equalTo("PT30M"));
    }

    @Test
    void takes_an_end_for_a_duration() {
        String me = someone();
        Instant start = Instant.now().plus(Duration.ofDays(1));
        post(
                        me,
                        activate(
                                me,
                                LAX,
                                """
                                , "scheduleInfo": {"startDateTime": "%s",
                                "expiration": {"type": "afterDateTime", "endDateTime": "%s"}}
                                """
                                        .formatted(start, start.plusSeconds(1800))))
                .statusCode(201)
                .body(
                        "scheduleInfo.startDateTime",
                        equalTo(start.truncatedTo(ChronoUnit.MICROS).toString()))
                .body("scheduleInfo.expiration.duration", equalTo("PT30M"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"duration\": \"PT2H\" | \"duration\": \"PT0S\" | ExpirationRule",
                "\"duration\": \"PT2H\" | \"duration\": \"-PT1H\" | ExpirationRule",
                "\"duration\": \"PT2H\" | \"duration\": \"PT2562047788015215H\" | ExpirationRule",
                "\"startDateTime\": null | \"startDateTime\": \"2026-01-01T00:00:00Z\" | ExpirationRule",
                "\"startDateTime\": null | \"startDateTime\": \"9999-12-31T23:59:59Z\" | ",
            })
    void judges_durations_and_starts_by_the_policy(String text, String instead, String rule) {
        // Given
        String me = someone();
        String body =
                activate(
                        me,
                        LAX,
                        ", \"scheduleInfo\": {\"startDateTime\": null, \"expiration\": {\"type\": \"afterDuration\", \"duration\": \"PT2H\"}}");

        // When
        var response = post(me, body.replace(text, instead));

        // Then
        if (rule == null) {
            response.statusCode(201);
        } else {
            response.statusCode(400).body("error.message", containsString(rule));
            assertRefused(me, rule);
        }
    }

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

    @Test
    void a_group_that_is_unknown_and_one_that_is_none_of_ones_business_look_the_same() {
        // Given
        String me = someone();
        String stranger = "b4a1d5e0-1111-4111-8111-999999999999";

        // When
        String unknown = notFound(me, UNKNOWN);
        String nobodys = notFound(me, NOBODYS);
        String strangers = notFound(stranger, LAX);

        // Then
        assertThat(nobodys).isEqualTo(unknown);
        assertThat(strangers).isEqualTo(unknown);
        assertThat(said.about(me))
                .hasSize(2)
                .allSatisfy(
                        event ->
                                assertThat(((ActivationRefused) event).violations())
                                        .extracting(Violation::rule)
                                        .containsExactly("EligibilityRule"));
    }

    private static String notFound(String principal, String group) {
        return post(principal, activate(principal, group, ""))
                .statusCode(404)
                .header("WWW-Authenticate", nullValue())
                .body("error.details", nullValue())
                .extract()
                .asString()
                .replace(group, "<group>")
                .replaceAll("\"(date|request-id)\":\"[^\"]*\"", "");
    }

    @Test
    void the_strict_group_shows_a_stranger_without_mfa_no_challenge() {
        String stranger = "b4a1d5e0-1111-4111-8111-999999999998";
        with(TestIssuer.token(stranger))
                .body(strict(stranger))
                .post(REQUESTS)
                .then()
                .statusCode(404)
                .header("WWW-Authenticate", nullValue());
    }

    @Test
    void an_eligibility_that_begins_later_is_told_as_such() {
        String me = someone();
        post(me, activate(me, LATER, ""))
                .statusCode(400)
                .body("error.message", containsString("EligibilityRule"))
                .body("error.details.message", hasItems(containsString("begins at")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"selfActivate", "selfDeactivate"})
    void nobody_asks_for_somebody_else(String action) {
        // Given
        String me = someone();
        String other = someone();
        Calls.activated(other);

        // When
        var known = post(me, lax(other).replace("selfActivate", action));
        var unknown = post(me, activate(other, UNKNOWN, "").replace("selfActivate", action));

        // Then
        known.statusCode(403).body("error.code", equalTo("Authorization_RequestDenied"));
        unknown.statusCode(403);
        assertThat(unknown.extract().<String>path("error.message"))
                .isEqualTo(known.extract().path("error.message"));
        assertThat(said.stored(other)).isEqualTo(1);
    }

    @Test
    void an_application_has_no_self_to_activate() {
        String me = someone();
        with(TestIssuer.applicationToken(me)).body(lax(me)).post(REQUESTS).then().statusCode(403);
    }

    @Test
    void a_second_request_finds_the_first_still_open() {
        // Given
        String me = someone();
        String first = Calls.activated(me);

        // When
        var second = post(me, lax(me));

        // Then
        second.statusCode(400)
                .body("error.code", equalTo("PendingRoleAssignmentRequest"))
                .body("error.message", containsString(first));
    }

    @Test
    void of_requests_at_the_same_moment_exactly_one_wins() throws Exception {
        // Given
        String me = someone();
        int together = 8;
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < together; i++) {
            calls.add(() -> post(me, lax(me)).extract().statusCode());
        }

        // When
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(together)) {
            for (var answer : threads.invokeAll(calls)) {
                codes.add(answer.get());
            }
        }

        // Then
        assertThat(codes).containsOnly(201, 400).containsOnlyOnce(201);
        assertThat(said.stored(me)).isEqualTo(1);
        assertThat(said.about(me)).filteredOn(ActivationRequested.class::isInstance).hasSize(1);
        assertThat(said.about(me))
                .filteredOn(ActivationRefused.class::isInstance)
                .hasSize(together - 1);
        assertThat(said.about(me).getFirst()).isInstanceOf(ActivationRequested.class);
    }

    @Test
    void gives_back_what_is_pending_or_active() {
        // Given
        String me = someone();
        String activation = Calls.activated(me);

        // When
        var response = post(me, deactivate(me, LAX));

        // Then
        response.statusCode(201)
                .body("status", equalTo("Revoked"))
                .body("action", equalTo("selfDeactivate"))
                .body("id", not(equalTo(activation)))
                .body("targetScheduleId", equalTo(LAX + "_member_" + activation))
                .body("scheduleInfo", nullValue())
                .body("completedDateTime", notNullValue());
        assertThat(said.about(me).getLast())
                .isInstanceOfSatisfying(
                        DeactivationRequested.class,
                        given -> {
                            assertThat(given.activationId()).isEqualTo(activation);
                            assertThat(given.requestId()).isEqualTo(response.extract().path("id"));
                        });
        as(me).get(REQUESTS + "/" + activation).then().body("status", equalTo("Canceled"));
    }

    @Test
    void can_be_activated_again_after_it_was_given_back() {
        // Given
        String me = someone();
        Calls.activated(me);
        post(me, deactivate(me, LAX)).statusCode(201);

        // When, Then
        post(me, lax(me)).statusCode(201);
    }

    @Test
    void has_nothing_to_give_back_where_nothing_is_active_and_tells_groups_apart_by_nothing() {
        String me = someone();
        for (String group : List.of(LAX, NOBODYS, UNKNOWN)) {
            post(me, deactivate(me, group))
                    .statusCode(400)
                    .body("error.code", equalTo("RoleAssignmentDoesNotExist"))
                    .body("error.message", not(containsString(group)));
        }
        assertThat(said.about(me)).isEmpty();
    }

    @Test
    void a_dry_run_of_giving_back_stores_nothing() {
        // Given
        String me = someone();
        Calls.activated(me);

        // When
        var response = post(me, deactivate(me, LAX).replace("}", ", \"isValidationOnly\": true}"));

        // Then
        response.statusCode(201).body("isValidationOnly", equalTo(true)).body("id", nullValue());
        assertThat(said.stored(me)).isEqualTo(1);
    }

    @Test
    void counts_requests_by_what_came_of_them() {
        // Given
        String me = someone();
        Calls.activated(me);

        // When
        post(me, lax(me)).statusCode(400);

        // Then
        RestAssured.get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("ephor_requests_total{outcome=\"created\"}"))
                .body(
                        containsString(
                                "ephor_requests_total{outcome=\"PendingRoleAssignmentRequest\"}"));
    }
}
