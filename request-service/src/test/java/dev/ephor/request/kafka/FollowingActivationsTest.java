package dev.ephor.request.kafka;

import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.request.testing.Calls.ACTIVATIONS;
import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.deactivate;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.ExampleCompany.APPROVER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class FollowingActivationsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END =
            Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    private static final Decision BY_B =
            new Decision(
                    "s1", APPROVER, new Assurance(null, List.of(), List.of(), NOW), "fine", null);

    @Inject Others others;

    private static ValidatableResponse view(String principal, String id) {
        return as(principal).get(ACTIVATIONS + "/" + id).then().statusCode(200);
    }

    private static void awaitState(String principal, String id, String state) {
        await().untilAsserted(() -> view(principal, id).body("state", equalTo(state)));
    }

    private void approve(String id, MembershipKey key) {
        others.say(id, new ActivationApproved(key, id, "e1", NOW, END, NOW, List.of(BY_B), null));
    }

    private ProvisioningConfirmed confirmed(
            String id, MembershipKey key, String target, Change change) {
        return new ProvisioningConfirmed(key, id, 1, target, change, 1, NOW.plusSeconds(3));
    }

    @Test
    void shows_every_stage_with_its_clock() {
        // Given
        String me = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");
        MembershipKey key = Others.key(me, STRICT);

        // When
        view(me, id).body("state", equalTo("pendingApproval"));
        others.say(
                id,
                new ApprovalOpened(
                        key, id, "s1", 1, List.of(APPROVER), NOW, END, null, null, null));
        approve(id, key);
        others.say(id, new WindowOpened(key, id, 1, NOW, END));
        awaitState(me, id, "granting");
        view(me, id).body("pendingAt", equalTo(List.of("directory")));
        others.say(id, new ActivationGranted(key, id, 1, END, NOW.plusSeconds(1)));
        others.say(
                id,
                new ProvisioningStuck(
                        key, id, 1, "app2", Change.GRANT, 5, "timed out", NOW.plusSeconds(2)));
        others.say(id, confirmed(id, key, "app1", Change.GRANT));
        await().untilAsserted(
                        () ->
                                view(me, id)
                                        .body("state", equalTo("provisioning"))
                                        .body("pendingAt", equalTo(List.of("app2")))
                                        .body("stuckAt", equalTo(List.of("app2"))));
        others.say(id, confirmed(id, key, "app2", Change.GRANT));
        others.say(id, new ActivationActive(key, id, NOW.plusSeconds(4)));
        awaitState(me, id, "active");
        as(me).get(REQUESTS + "/" + id)
                .then()
                .body("status", equalTo("Provisioned"))
                .body("completedDateTime", notNullValue());
        others.say(id, new ActivationExpired(key, id, 2, END, END, true));
        awaitState(me, id, "withdrawing");
        others.say(id, new MembershipRemoved(key, id, 2, END, END));
        others.say(id, confirmed(id, key, "app1", Change.WITHDRAW));
        others.say(id, confirmed(id, key, "app2", Change.WITHDRAW));
        others.say(id, new ActivationEnded(key, id, END.plusSeconds(1)));
        awaitState(me, id, "ended");

        // Then
        view(me, id)
                .body("groupName", equalTo("App1 Administrators"))
                .body("status", equalTo("Provisioned"))
                .body("pendingAt", hasSize(0))
                .body("stuckAt", hasSize(0))
                .body("window.start", equalTo(NOW.toString()))
                .body("approvers", contains(APPROVER))
                .body("stages.findAll { it.stage == 'approved' }[0].at", equalTo(NOW.toString()))
                .body("stages.findAll { it.stage == 'approved' }[0].by", equalTo(APPROVER))
                .body("stages.findAll { it.stage == 'stuck' }[0].where", equalTo("app2"))
                .body("stages.findAll { it.stage == 'stuck' }[0].note", equalTo("timed out"))
                .body("stages.findAll { it.stage == 'targetWithdrawn' }", hasSize(2));
        assertThat(view(me, id).extract().<List<String>>path("stages.stage"))
                .contains(
                        "requested",
                        "approvalOpened",
                        "windowOpened",
                        "granted",
                        "targetConfirmed",
                        "active",
                        "expired",
                        "removed",
                        "ended");
    }

    @Test
    void an_earlier_stage_that_is_heard_late_does_not_turn_it_back() {
        // Given
        String me = someone();
        String id = activated(me);
        MembershipKey key = Others.key(me, LAX);

        // When
        others.say(id, new ActivationActive(key, id, NOW.plusSeconds(4)));
        awaitState(me, id, "active");
        approve(id, key);

        // Then
        await().untilAsserted(() -> view(me, id).body("window.end", equalTo(END.toString())));
        view(me, id).body("state", equalTo("active"));
        post(me, lax(me)).statusCode(400).body("error.code", equalTo("RoleAssignmentExists"));
    }

    @Test
    void what_is_active_can_be_given_back_and_is_revoked() {
        // Given
        String me = someone();
        String id = activated(me);
        others.say(id, new WindowOpened(Others.key(me, LAX), id, 1, NOW, END));
        others.say(id, new ActivationActive(Others.key(me, LAX), id, NOW));
        awaitState(me, id, "active");

        // When
        post(me, deactivate(me, LAX)).statusCode(201);

        // Then
        awaitState(me, id, "withdrawing");
        as(me).get(REQUESTS + "/" + id).then().body("status", equalTo("Revoked"));
        post(me, deactivate(me, LAX))
                .statusCode(400)
                .body("error.code", equalTo("RoleAssignmentDoesNotExist"));
        post(me, lax(me)).statusCode(201);
    }

    @Test
    void a_denied_request_is_done_with() {
        // Given
        String me = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");

        // When
        others.say(id, new ActivationDenied(Others.key(me, STRICT), id, NOW, BY_B));

        // Then
        awaitState(me, id, "denied");
        as(me).get(REQUESTS + "/" + id).then().body("status", equalTo("Denied"));
        post(me, strict(me)).statusCode(201);
    }

    @Test
    void an_activation_that_is_not_known_stops_nobody() {
        // Given
        String me = someone();
        String id = activated(me);

        // When
        others.say("unknown", new ActivationActive(Others.key(me, LAX), "unknown", NOW));
        others.say(id, new ActivationActive(Others.key(me, LAX), id, NOW));

        // Then
        awaitState(me, id, "active");
    }

    @Test
    void follows_many_activations_at_once() {
        // Given
        List<String> people = java.util.stream.Stream.generate(() -> someone()).limit(10).toList();
        List<String> ids = people.stream().map(p -> activated(p)).toList();

        // When
        for (int i = 0; i < people.size(); i++) {
            MembershipKey key = Others.key(people.get(i), LAX);
            approve(ids.get(i), key);
            others.say(ids.get(i), new WindowOpened(key, ids.get(i), 1, NOW, END));
            others.say(ids.get(i), new ActivationActive(key, ids.get(i), NOW));
        }

        // Then
        for (int i = 0; i < people.size(); i++) {
            awaitState(people.get(i), ids.get(i), "active");
            view(people.get(i), ids.get(i)).body("stages", hasSize(4));
        }
    }

    @Test
    void is_shown_to_requester_approver_admin_and_auditor_alone() {
        // Given
        String me = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");

        // When, Then
        for (var viewer :
                List.of(
                        as(me),
                        as(APPROVER),
                        as(someone(), "Ephor.Admin"),
                        as(someone(), "Ephor.Auditor"))) {
            viewer.get(ACTIVATIONS + "/" + id).then().statusCode(200);
        }
        as(someone()).get(ACTIVATIONS + "/" + id).then().statusCode(404);
        as(APPROVER).get(ACTIVATIONS + "?limit=999").then().body("entries.id", hasItem(id));
        as(me).get(ACTIVATIONS)
                .then()
                .body("entries.id", contains(id))
                .body("nextLink", nullValue());
    }

    @Test
    void a_deactivation_is_no_activation() {
        // Given
        String me = someone();
        activated(me);
        String deactivation = post(me, deactivate(me, LAX)).extract().path("id");

        // When, Then
        as(me).get(ACTIVATIONS + "/" + deactivation).then().statusCode(404);
        as(me).get(ACTIVATIONS)
                .then()
                .body("entries", hasSize(1))
                .body("entries[0].state", equalTo("canceled"));
    }

    @Test
    void pages_through_activations() {
        // Given
        String me = someone();
        String first = activated(me);
        post(me, deactivate(me, LAX));
        String second = activated(me);

        // When
        var page = as(me).get(ACTIVATIONS + "?limit=1").then().body("entries.id", contains(second));

        // Then
        as(me).get(page.extract().<String>path("nextLink"))
                .then()
                .body("entries.id", contains(first))
                .body("nextLink", nullValue());
    }
}
