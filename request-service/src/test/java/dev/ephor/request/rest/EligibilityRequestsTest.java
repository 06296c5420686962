package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.Calls;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class EligibilityRequestsTest {
    private static final String REQUESTS =
            "/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleRequests";
    private static final String DECISION = "/ephor/v1/eligibility-requests/{id}/decision";
    private static final String ADMIN = "b4a1d5e0-1111-4111-8111-0000000000ad";

    @Inject Said said;
    private String holder;

    @BeforeEach
    void take() {
        holder = someone();
    }

    private static ValidatableResponse admin(String body) {
        return as(ADMIN, "Ephor.Admin").body(body).post(REQUESTS).then();
    }

    private ValidatableResponse own(String body) {
        return as(holder).body(body).post(REQUESTS).then();
    }

    private String body(String action, String more) {
        return """
        {"action": "%s", "accessId": "member", "principalId": "%s", "groupId": "%s"%s}"""
                .formatted(action, holder, NOBODYS, more);
    }

    private String body(String action, Duration lasting) {
        return body(
                action,
                """
                , "justification": "on call", "scheduleInfo":
                  {"expiration": {"type": "afterDuration", "duration": "%s"}}"""
                        .formatted(lasting));
    }

    private void eligibleFor(Duration duration) {
        admin(body("adminAssign", duration)).statusCode(201);
    }

    private String asked(Duration more) {
        return own(body("selfExtend", more)).statusCode(201).extract().path("id");
    }

    private List<Event> events() {
        return said.since(0).stream()
                .filter(
                        event ->
                                event instanceof EligibilityEvent e
                                        && e.key().principal().equals(holder)
                                        && e.key().group().equals(NOBODYS))
                .toList();
    }

    private <T> T last(Class<T> type) {
        return type.cast(events().getLast());
    }

    @Test
    void an_admin_makes_somebody_eligible_who_then_activates() {
        // When
        var response = admin(body("adminAssign", Duration.ofDays(30)));

        // Then
        response.statusCode(201)
                .body("status", equalTo("Provisioned"))
                .body("'@odata.context'", containsString("eligibilityScheduleRequests"))
                .body("targetScheduleId", containsString(NOBODYS + "_member_"))
                .body("scheduleInfo.expiration.endDateTime", notNullValue())
                .body("createdBy.user.id", equalTo(ADMIN));
        Calls.post(holder, Calls.activate(holder, NOBODYS, "")).statusCode(201);
        var assigned = last(EligibilityAssigned.class);
        assertThat(assigned.assignedBy()).isEqualTo(ADMIN);
        assertThat(assigned.requestId()).isEqualTo(response.extract().path("id"));
    }

    @Test
    void a_dry_run_keeps_nothing() {
        admin(body("adminAssign", ", \"isValidationOnly\": true"))
                .statusCode(201)
                .body("id", nullValue())
                .body("isValidationOnly", equalTo(true));
        assertThat(events()).isEmpty();
    }

    @Test
    void nobody_else_makes_anybody_eligible_and_groups_look_the_same_to_them() {
        own(body("adminAssign", "")).statusCode(403);
        own(body("adminAssign", "").replace(NOBODYS, UNKNOWN)).statusCode(403);
        assertThat(last(EligibilityRefused.class).requestedBy()).isEqualTo(holder);
    }

    @Test
    void a_stranger_asks_for_more_of_nothing_and_learns_nothing() {
        own(body("selfExtend", "")).statusCode(404);
        own(body("selfExtend", "").replace(NOBODYS, UNKNOWN)).statusCode(404);
    }

    @Test
    void refuses_by_every_rule_that_fails() {
        eligibleFor(Duration.ofDays(30));
        admin(body("adminAssign", Duration.ofDays(400)))
                .statusCode(400)
                .body("error.code", equalTo("RoleAssignmentRequestPolicyValidationFailed"))
                .body(
                        "error.details.code",
                        equalTo(List.of("ExpirationRule", "RoleAssignmentExists")));
        admin(body("adminAssign", Duration.ofDays(3)))
                .statusCode(400)
                .body("error.code", equalTo("RoleAssignmentExists"));
    }

    @Test
    void the_holder_asks_for_more_and_an_admin_grants_it() {
        // Given
        eligibleFor(Duration.ofDays(10));
        String id = asked(Duration.ofDays(14));

        // When
        var answer =
                as(ADMIN, "Ephor.Admin")
                        .body("{\"decision\": \"grant\", \"reason\": \"still on call\"}")
                        .post(DECISION, id)
                        .then();

        // Then
        answer.statusCode(204);
        var assigned = (EligibilityAssigned) events().getFirst();
        var extended = last(EligibilityExtended.class);
        assertThat(extended.requestId()).isEqualTo(id);
        assertThat(extended.eligibilityId()).isEqualTo(assigned.eligibilityId());
        assertThat(extended.end()).isEqualTo(assigned.end().plus(Duration.ofDays(14)));
        assertThat(status(id)).isEqualTo("Provisioned");
    }

    private String status(String id) {
        return said.text("select status from request where id = '" + id + "'");
    }

    @Test
    void a_matching_extension_grants_it_too() {
        // Given
        eligibleFor(Duration.ofDays(10));
        String id = asked(Duration.ofDays(14));

        // When
        admin(body("adminExtend", Duration.ofDays(7))).statusCode(201);

        // Then
        assertThat(last(EligibilityExtended.class).requestId()).isEqualTo(id);
        assertThat(status(id)).isEqualTo("Provisioned");
    }

    @Test
    void a_decision_is_denied_once_and_by_nobody_for_themselves() {
        // Given
        eligibleFor(Duration.ofDays(10));
        String id = asked(Duration.ofDays(14));
        String deny = "{\"decision\": \"deny\", \"reason\": \"not needed\"}";

        // When, Then
        as(holder, "Ephor.Admin").body(deny).post(DECISION, id).then().statusCode(403);
        as(someone()).body(deny).post(DECISION, id).then().statusCode(404);
        as(ADMIN, "Ephor.Admin").body(deny).post(DECISION, id).then().statusCode(204);
        as(ADMIN, "Ephor.Admin").body(deny).post(DECISION, id).then().statusCode(409);
        assertThat(last(EligibilityExtensionDenied.class).reason()).isEqualTo("not needed");
        assertThat(status(id)).isEqualTo("Denied");
    }

    @Test
    void the_holder_takes_back_what_was_asked() {
        // Given
        eligibleFor(Duration.ofDays(10));
        String id = asked(Duration.ofDays(14));
        assertThat(last(EligibilityExtensionRequested.class).requestId()).isEqualTo(id);

        // When, Then
        as(someone()).post(REQUESTS + "/{id}/cancel", id).then().statusCode(404);
        as(holder).post(REQUESTS + "/{id}/cancel", id).then().statusCode(204);
        as(holder)
                .post(REQUESTS + "/{id}/cancel", id)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("RequestCannotBeCancelled"));
        assertThat(last(EligibilityExtensionCanceled.class).canceledBy()).isEqualTo(holder);
        assertThat(status(id)).isEqualTo("Canceled");
    }

    @Test
    void what_is_pending_is_canceled_when_the_eligibility_is_taken_away() {
        // Given
        eligibleFor(Duration.ofDays(10));
        String activation =
                Calls.post(holder, Calls.activate(holder, NOBODYS, "")).extract().path("id");

        // When
        admin(body("adminRemove", "")).statusCode(201).body("status", equalTo("Revoked"));

        // Then
        assertThat(last(EligibilityRemoved.class).removedBy()).isEqualTo(ADMIN);
        assertThat(said.about(holder).getLast())
                .isInstanceOfSatisfying(
                        ActivationCanceled.class,
                        canceled -> {
                            assertThat(canceled.activationId()).isEqualTo(activation);
                            assertThat(canceled.canceledBy()).isEqualTo("ephor");
                            assertThat(canceled.reason()).contains("taken away");
                        });
        assertThat(status(activation)).isEqualTo("Canceled");
    }

    @Test
    void ends_by_itself_and_takes_with_it_what_waits_and_can_be_asked_for_again() {
        // Given
        eligibleFor(Duration.ofSeconds(6));
        Calls.post(holder, Calls.activate(holder, NOBODYS, lasting("PT1S"))).statusCode(201);

        // When
        await().atMost(Duration.ofMinutes(2))
                .until(() -> events().getLast() instanceof EligibilityExpired);

        // Then
        assertThat(events()).noneMatch(EligibilityEnding.class::isInstance);
        assertThat(said.about(holder).getFirst()).isInstanceOf(ActivationRequested.class);
        assertThat(said.about(holder).getLast()).isInstanceOf(ActivationCanceled.class);
        Calls.post(holder, Calls.activate(holder, NOBODYS, ""))
                .statusCode(400)
                .body("error.details.message[0]", containsString("The eligibility ended at"));
        own(body("selfRenew", Duration.ofDays(1)))
                .statusCode(201)
                .body("status", equalTo("PendingAdminDecision"));
        admin(body("adminRenew", Duration.ofDays(2))).statusCode(201);
        assertThat(last(EligibilityAssigned.class).start()).isBefore(Instant.now());
    }

    private static String lasting(String duration) {
        return """
        , "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "%s"}}"""
                .formatted(duration);
    }

    @Test
    void warns_of_the_end_in_its_time_and_once() {
        // Given
        eligibleFor(Duration.ofDays(1).plusSeconds(2));

        // When
        await().atMost(Duration.ofMinutes(2))
                .until(() -> events().getLast() instanceof EligibilityEnding);

        // Then
        assertThat(events()).hasSize(2);
        assertThat(last(EligibilityEnding.class).before()).isEqualTo(Duration.ofDays(1));
    }
}
