package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.ExampleCompany.APPROVER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static dev.ephor.request.testing.Others.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.SignalEvent.TicketClosed;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class AdminAssignmentsTest {
    private static final String ADMIN = "b4a1d5e0-1111-4111-8111-0000000000ad";

    @Inject Said said;
    @Inject Others others;
    private final String holder = someone();

    private static ValidatableResponse admin(String body) {
        return as(ADMIN, "Ephor.Admin").body(body).post(REQUESTS).then();
    }

    private String body(String action, String group, String more) {
        return """
        {"action": "%s", "accessId": "member", "principalId": "%s", "groupId": "%s",
         "justification": "needed for the migration"%s}"""
                .formatted(action, holder, group, more);
    }

    private String status(String id) {
        return said.text("select status from request where id = '" + id + "'");
    }

    /** Until it is known here too. */
    private void approve(String id, Instant start, Instant end) {
        var approved =
                new ActivationApproved(
                        key(holder, LAX), id, null, start, end, Instant.now(), List.of(), null);
        others.say(id, approved);
        await().atMost(Duration.ofMinutes(2)).until(() -> !status(id).startsWith("PendingA"));
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                said.text(
                                                "select ends_at::text from request where id = '"
                                                        + id
                                                        + "'")
                                        != null);
    }

    private Event lastSaid() {
        return said.about(holder).getLast();
    }

    @Test
    void an_admin_assigns_access_without_end_that_nobody_approves() {
        // When
        var response =
                admin(
                        body(
                                "adminAssign",
                                NOBODYS,
                                ", \"scheduleInfo\": {\"expiration\": {\"type\": \"noExpiration\"}}"));

        // Then
        response.statusCode(201)
                .body("action", equalTo("adminAssign"))
                .body("approvalId", nullValue())
                .body("createdBy.user.id", equalTo(ADMIN))
                .body("scheduleInfo.expiration.type", equalTo("noExpiration"));
        var requested = (ActivationRequested) lastSaid();
        assertThat(requested.action()).isEqualTo(RequestAction.ADMIN_ASSIGN);
        assertThat(requested.eligibilityId()).isNull();
        assertThat(requested.duration()).isNull();
    }

    @Test
    void names_what_is_wrong_with_an_assignment() {
        admin(body("adminAssign", NOBODYS, "").replace("needed for the migration", "..."))
                .statusCode(400)
                .body("error.details.code", equalTo(List.of("JustificationRule")));
        admin(body("adminAssign", UNKNOWN, "")).statusCode(404);
        admin(body("adminAssign", NOBODYS, "").replace(holder, "nobody"))
                .statusCode(400)
                .body("error.code", equalTo("SubjectNotFound"));
    }

    @Test
    void nobody_else_assigns_or_removes() {
        String other = someone();
        as(other).body(body("adminAssign", NOBODYS, "")).post(REQUESTS).then().statusCode(403);
        as(other).body(body("adminAssign", UNKNOWN, "")).post(REQUESTS).then().statusCode(403);
        as(other).body(body("adminRemove", LAX, "")).post(REQUESTS).then().statusCode(403);
    }

    @Test
    void an_admin_takes_away_what_is_live() {
        // Given
        String id = activated(holder);

        // When
        var response = admin(body("adminRemove", LAX, ""));

        // Then
        response.statusCode(201).body("status", equalTo("Revoked"));
        assertThat(lastSaid())
                .isInstanceOfSatisfying(
                        RevocationRequested.class,
                        e -> {
                            assertThat(e.activationId()).isEqualTo(id);
                            assertThat(e.requestedBy()).isEqualTo(ADMIN);
                        });
        admin(body("adminRemove", LAX, ""))
                .statusCode(400)
                .body("error.code", equalTo("RoleAssignmentDoesNotExist"));
    }

    @Test
    void a_request_is_canceled_by_those_whose_it_is() {
        // Given
        String id = post(holder, strict(holder)).statusCode(201).extract().path("id");

        // When, Then
        as(someone()).post(REQUESTS + "/{id}/cancel", id).then().statusCode(404);
        as(holder).post(REQUESTS + "/{id}/cancel", id).then().statusCode(204);
        as(holder)
                .post(REQUESTS + "/{id}/cancel", id)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("RequestCannotBeCancelled"));
        assertThat(lastSaid()).isInstanceOf(ActivationCanceled.class);
        assertThat(status(id)).isEqualTo("Canceled");
        post(holder, strict(holder)).statusCode(201);
    }

    @Test
    void an_active_window_goes_on_without_a_gap() {
        // Given
        String id = activated(holder);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plusSeconds(3600);
        approve(id, now, end);
        others.say(id, new WindowOpened(key(holder, LAX), id, 1, now, end));

        // When
        post(holder, activate(holder, LAX, "").replace("selfActivate", "selfExtend"))
                .statusCode(201)
                .body("action", equalTo("selfExtend"));

        // Then
        var extension = (ActivationRequested) lastSaid();
        assertThat(extension.start()).isEqualTo(end);
        assertThat(extension.extendsActivation()).isEqualTo(id);
    }

    @Test
    void a_dry_run_says_who_would_be_asked() {
        post(holder, strict(holder).replaceFirst("\\{", "{\"isValidationOnly\": true, "))
                .statusCode(201)
                .body("id", nullValue())
                .body("ephorApprovers[0].stage", equalTo(1))
                .body("ephorApprovers[0].quorum", equalTo(1))
                .body("ephorApprovers[0].principals", equalTo(List.of(APPROVER)));
    }

    @Test
    void what_begins_later_is_looked_at_again_and_canceled_where_it_no_longer_holds() {
        // Given
        Instant start = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MILLIS);
        String later =
                ", \"scheduleInfo\": {\"startDateTime\": \"%s\", \"expiration\": {\"type\":"
                        + " \"afterDuration\", \"duration\": \"PT1H\"}}";
        String id =
                admin(body("adminAssign", NOBODYS, later.formatted(start)))
                        .statusCode(201)
                        .extract()
                        .path("id");

        // When
        // Approved for longer than an admin may assign: as if the policy had become stricter since.
        approve(id, start, start.plus(Duration.ofDays(365)));

        // Then
        await().atMost(Duration.ofMinutes(2)).until(() -> lastSaid() instanceof ActivationCanceled);
        var canceled = (ActivationCanceled) lastSaid();
        assertThat(canceled.activationId()).isEqualTo(id);
        assertThat(canceled.canceledBy()).isEqualTo("ephor");
        assertThat(canceled.canceledAt()).isBefore(start);
        assertThat(canceled.reason()).contains("longer than the policy allows");
    }

    @Test
    void a_closed_ticket_ends_what_was_asked_for_with_it() {
        // Given
        String ticket = "INC-" + System.nanoTime();
        String id =
                post(holder, strict(holder).replace("INC-20417", ticket))
                        .statusCode(201)
                        .extract()
                        .path("id");

        // When
        others.say(
                id,
                new TicketClosed(TestIssuer.TENANT, "helpdesk", ticket, "agent", Instant.now()));

        // Then
        await().atMost(Duration.ofMinutes(2)).until(() -> lastSaid() instanceof ActivationCanceled);
        assertThat(((ActivationCanceled) lastSaid()).reason()).contains(ticket, "agent");
    }
}
