package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static dev.ephor.request.testing.Others.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.ResponseEvent.ResponseCompleted;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class SignalsTest {
    private static final String RESPONDER = "b4a1d5e0-1111-4111-8111-0000000000f1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject Said said;
    @Inject Others others;
    private final String holder = someone();

    private static ValidatableResponse signal(String type, String body) {
        return as(RESPONDER, "Ephor.Responder").body(body).post("/ephor/v1/signals/" + type).then();
    }

    private static ValidatableResponse report(String id) {
        return as(RESPONDER, "Ephor.Responder").get("/ephor/v1/responses/" + id).then();
    }

    private String person(String more) {
        return scope("principal", holder, more);
    }

    private static String scope(String kind, String id, String more) {
        return """
        {"scope": {"kind": "%s", "id": "%s"}, "reason": "stolen laptop"%s}"""
                .formatted(kind, id, more);
    }

    private String active() {
        String id = activated(holder, lax(holder));
        Instant now = Instant.now();
        Instant end = now.plusSeconds(3600);
        others.say(
                id,
                new ActivationApproved(key(holder, LAX), id, null, now, end, now, List.of(), null));
        others.say(id, new WindowOpened(key(holder, LAX), id, 1, now, end));
        others.say(id, new ActivationGranted(key(holder, LAX), id, 1, end, now));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                said.text("select milestones from request where id = '" + id + "'")
                                        .contains("GRANTED"));
        return id;
    }

    /** As membership-service and provisioning-service say it. */
    private void gone(String id) {
        Instant now = Instant.now();
        var key = key(holder, LAX);
        others.say(id, new ActivationRevoked(key, id, 2, RESPONDER, "stolen", now, true));
        others.say(id, new MembershipRemoved(key, id, 2, now, now));
        for (String target : List.of("app1", "app2")) {
            others.say(id, new ProvisioningConfirmed(key, id, 2, target, Change.WITHDRAW, 1, now));
        }
        others.say(id, new ActivationEnded(key, id, now));
    }

    @Test
    void ends_what_a_person_has_and_reports_where_it_is_confirmed() {
        // Given
        String active = active();
        String pending = post(holder, strict(holder)).statusCode(201).extract().path("id");

        // When
        ValidatableResponse answer = signal("revoke-access", person(""));

        // Then
        String id = answer.extract().path("id");
        answer.statusCode(202)
                .header("Location", endsWith("/ephor/v1/responses/" + id))
                .body("status", equalTo("confirming"))
                .body("ended", equalTo(2))
                .body("entries.activation", containsInAnyOrder(active, pending))
                .body("entries.state", containsInAnyOrder("withdrawing", "canceled"))
                .body("requestedBy", equalTo(RESPONDER));
        assertThat(said.about(holder))
                .filteredOn(RevocationRequested.class::isInstance)
                .singleElement()
                .extracting(e -> ((RevocationRequested) e).reason())
                .isEqualTo("stolen laptop");
        assertThat(said.about(holder)).hasAtLeastOneElementOfType(ActivationCanceled.class);
        String place = "entries.find { it.activation == '" + active + "' }.";
        report(id).body(place + "pendingAt", contains("directory", "app1", "app2"));

        // When
        gone(active);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> report(id).body("status", equalTo("completed")));
        report(id)
                .body("confirmed", equalTo(2))
                .body("tookMillis", notNullValue())
                .body(place + "directory", notNullValue())
                .body(place + "targets.app2", notNullValue())
                .body(place + "state", equalTo("ended"));
        assertThat(said.onKafka(dev.ephor.events.Topics.RESPONSES, id)).isPresent();
        assertThat(said.ofResponses(0))
                .filteredOn(ResponseCompleted.class::isInstance)
                .anyMatch(e -> ((ResponseCompleted) e).responseId().equals(id));
    }

    @Test
    void refuses_new_activations_while_a_suspension_stands_also_in_the_dry_run() {
        // Given
        String id =
                signal("revoke-access", person(", \"suspend\": true"))
                        .statusCode(202)
                        .body("standing", equalTo(true))
                        .body("status", equalTo("completed"))
                        .body("ended", equalTo(0))
                        .extract()
                        .path("id");

        // Then
        post(holder, lax(holder))
                .statusCode(400)
                .body("error.code", equalTo("AccessSuspended"))
                .body("error.message", not(containsString("stolen")));
        post(holder, activate(holder, LAX, ", \"isValidationOnly\": true"))
                .statusCode(400)
                .body("error.code", equalTo("AccessSuspended"));
        as(RESPONDER, "Ephor.Responder")
                .get("/ephor/v1/responses?standing=true&limit=1000")
                .then()
                .body("entries.id", hasItem(id));

        // When
        signal("resume-access", person("")).statusCode(200).body("resumed", contains(id));

        // Then
        post(holder, lax(holder)).statusCode(201);
        report(id)
                .body("standing", equalTo(false))
                .body("resumed.by", equalTo(RESPONDER))
                .body("resumed.reason", equalTo("stolen laptop"));
        signal("resume-access", person("")).statusCode(200).body("resumed", hasSize(0));
    }

    @Test
    void a_suspension_ends_by_itself() {
        // Given
        String until = ", \"until\": \"" + Instant.now().plusSeconds(6) + "\"";
        String id = signal("suspend-access", person(until)).statusCode(202).extract().path("id");
        post(holder, lax(holder)).statusCode(400);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> report(id).body("standing", equalTo(false)));
        report(id).body("resumed.by", equalTo(null));
        post(holder, lax(holder)).statusCode(201);
    }

    @Test
    void a_suspension_leaves_what_is_active() {
        // Given
        String active = active();

        // When
        signal("suspend-access", person("")).statusCode(202).body("ended", equalTo(0));

        // Then
        assertThat(said.text("select live::text from request where id = '" + active + "'"))
                .isEqualTo("true");
    }

    @Test
    void who_is_deactivated_loses_all_and_gets_nothing() {
        // Given
        active();

        // When
        signal("principal-deactivated", "{\"principal\": \"" + holder + "\"}")
                .statusCode(202)
                .body("ended", equalTo(1))
                .body("standing", equalTo(true));

        // Then
        post(holder, lax(holder)).statusCode(400).body("error.code", equalTo("AccessSuspended"));
    }

    @Test
    void ends_one_activation_and_nothing_else() {
        // Given
        String active = active();
        String pending = post(holder, strict(holder)).statusCode(201).extract().path("id");

        // When
        signal("revoke-access", scope("activation", active, ""))
                .statusCode(202)
                .body("entries.activation", contains(active));

        // Then
        assertThat(said.text("select live::text from request where id = '" + pending + "'"))
                .isEqualTo("true");
    }

    @Test
    void ends_one_membership() {
        // Given
        String active = active();

        // When
        signal("revoke-access", scope("membership", LAX + "/" + holder + "/member", ""))
                .statusCode(202)
                .body("entries.activation", contains(active));
    }

    @Test
    void does_once_what_is_asked_with_one_key() {
        // Given
        String key = UUID.randomUUID().toString();
        String body = person(", \"suspend\": true");

        // When
        var first = as(RESPONDER, "Ephor.Responder").header("Idempotency-Key", key).body(body);
        String id = first.post("/ephor/v1/signals/revoke-access").then().extract().path("id");
        said.text("delete from idempotency where key = '" + key + "' returning key");
        var again = as(RESPONDER, "Ephor.Responder").header("Idempotency-Key", key).body(body);

        // Then
        again.post("/ephor/v1/signals/revoke-access")
                .then()
                .statusCode(202)
                .body("id", equalTo(id));
    }

    @Test
    void is_for_responders_alone() {
        as(holder).body(person("")).post("/ephor/v1/signals/revoke-access").then().statusCode(403);
        as(holder, "Ephor.Admin")
                .body(person(""))
                .post("/ephor/v1/signals/revoke-access")
                .then()
                .statusCode(403);
        as(holder).get("/ephor/v1/responses").then().statusCode(403);
        as(holder, "Ephor.Auditor").get("/ephor/v1/responses").then().statusCode(200);
        report("unknown").statusCode(404);
    }

    @Test
    void what_nobody_knows_is_named() {
        // Given
        String unknown = someone();

        // Then
        for (String kind : List.of("activation", "group", "target")) {
            for (String call : List.of("revoke-access", "resume-access")) {
                signal(call, scope(kind, unknown, ""))
                        .statusCode(404)
                        .body("detail", containsString(unknown + " is not known here"));
            }
        }
        signal("suspend-access", scope("group", unknown, "")).statusCode(404);
        signal("revoke-access", scope("membership", unknown + "/" + holder + "/member", ""))
                .statusCode(404)
                .body("detail", containsString("The group " + unknown));
        as(RESPONDER, "Ephor.Responder")
                .get("/ephor/v1/responses?standing=true&limit=1000")
                .then()
                .body("entries.scope.id", not(hasItem(unknown)));
    }

    @Test
    void a_person_whom_nobody_knows_is_suspended_all_the_same() {
        // Given
        String unknown = UUID.randomUUID().toString();

        // When
        String id =
                signal("revoke-access", scope("principal", unknown, ", \"suspend\": true"))
                        .statusCode(202)
                        .body("ended", equalTo(0))
                        .body("standing", equalTo(true))
                        .body("note", containsString("The person " + unknown + " is not known"))
                        .extract()
                        .path("id");

        // Then
        report(id).body("note", containsString(unknown));
        signal("resume-access", scope("principal", unknown, "")).body("resumed", contains(id));
        signal("resume-access", scope("principal", unknown, "")).body("resumed", hasSize(0));
    }

    @Test
    void what_is_known_and_has_nothing_to_end_is_not_refused() {
        signal("revoke-access", scope("group", NOBODYS.toUpperCase(Locale.ROOT), ""))
                .statusCode(202)
                .body("note", equalTo(null));
        signal("resume-access", scope("target", "app1", "")).body("resumed", hasSize(0));
    }

    @Test
    void names_what_is_wrong() {
        signal("revoke-access", "{\"reason\": \"x\"}")
                .statusCode(400)
                .body("detail", containsString("'scope' is missing"));
        signal("revoke-access", "{\"scope\": {\"id\": \"" + holder + "\"}, \"reason\": \"x\"}")
                .statusCode(400)
                .body("detail", containsString("'scope.kind' is missing"));
        signal("revoke-access", scope("tenant", holder, ""))
                .statusCode(400)
                .body("detail", containsString("has no id"));
        signal("revoke-access", scope("person", holder, ""))
                .statusCode(400)
                .body("detail", containsString("none of activation"));
        signal("suspend-access", scope("activation", "a", ""))
                .statusCode(400)
                .body("detail", containsString("cannot be suspended"));
        signal("suspend-access", person(", \"until\": \"2020-01-01T00:00:00Z\""))
                .statusCode(400)
                .body("detail", containsString("has passed"));
    }
}
