package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.Calls.with;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
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
