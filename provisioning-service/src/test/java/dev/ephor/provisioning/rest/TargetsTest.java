package dev.ephor.provisioning.rest;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.connector.Answer;
import dev.ephor.connector.memory.Call;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.application.RecordingQuarantines;
import dev.ephor.provisioning.domain.Provisioning;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickRetries.class)
class TargetsTest {
    private static final String TARGETS = "/ephor/v1/targets";

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject Provisionings provisionings;
    @Inject RecordingQuarantines quarantines;

    @Test
    void shows_a_target_that_does_not_answer_until_it_does() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, new Answer.Unreachable("nobody answers"));
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);
        String mine = "entries.find { it.target == '" + scene.target() + "' }";

        // When
        var answer = as("Ephor.Auditor").get(TARGETS);

        // Then
        answer.then()
                .statusCode(200)
                .body(mine + ".condition", equalTo("not-answering"))
                .body(mine + ".kind", equalTo("memory"))
                .body(mine + ".failingSince", notNullValue())
                .body(mine + ".lastAnswer", containsString("nobody answers"))
                .body(mine + ".pending", equalTo(1));
        scene.world().recover();
        scene.awaitActive("dana");
        await().untilAsserted(
                        () ->
                                as("Ephor.Auditor")
                                        .get(TARGETS)
                                        .then()
                                        .body(mine + ".condition", equalTo("answering"))
                                        .body(mine + ".failingSince", nullValue())
                                        .body(mine + ".pending", equalTo(0)));
    }

    @Test
    void counts_what_another_instance_has_under_way_and_knows_of_its_quarantine() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        await().until(() -> catalog.target(Scene.TENANT, scene.target()).isPresent());
        var elsewhere =
                Provisioning.of(scene.key("dana")).hear(scene.granted("dana", 1), scene.targets());
        QuarkusTransaction.requiringNew()
                .run(() -> provisionings.save(List.of(new Provisioned(elsewhere, Map.of()))));
        Instant since = Scene.now().minusSeconds(600);
        quarantines.enter(Scene.TENANT, scene.target(), since, "nobody answers");

        // When
        var answer = as("Ephor.Auditor").get(TARGETS);

        // Then
        String mine = "entries.find { it.target == '" + scene.target() + "' }";
        answer.then()
                .statusCode(200)
                .body(mine + ".pending", equalTo(1))
                .body(mine + ".stuck", equalTo(0))
                .body(mine + ".condition", equalTo("quarantined"))
                .body(mine + ".failingSince", notNullValue());
    }

    @Test
    void provisions_now_what_would_wait_for_minutes() {
        // Given
        var scene = waitingForMinutes();

        // When
        var answer =
                as("Ephor.Responder")
                        .post(TARGETS + "/" + scene.target() + "/provision-now?principal=dana");

        // Then
        answer.then().statusCode(202).body("memberships", equalTo(1));
        scene.awaitActive("dana");
    }

    @Test
    void provisions_nothing_now_that_was_not_asked_for() {
        // Given
        var scene = waitingForMinutes();

        // When
        var answer =
                as("Ephor.Admin")
                        .post(TARGETS + "/" + scene.target() + "/provision-now?principal=erin");

        // Then
        answer.then().statusCode(202).body("memberships", equalTo(0));
    }

    @Test
    void tests_a_target_without_changing_anything() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);

        // When
        var answer = as("Ephor.Admin").post(TARGETS + "/" + scene.target() + "/test");

        // Then
        answer.then()
                .statusCode(200)
                .body("outcome", equalTo("fine"))
                .body("called", equalTo(true))
                .body("answer", nullValue());
    }

    @Test
    void says_what_is_wrong_with_a_target_that_does_not_let_ephor_in() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().demand("another token");

        // When
        var answer = as("Ephor.Admin").post(TARGETS + "/" + scene.target() + "/test");

        // Then
        answer.then()
                .statusCode(200)
                .body("outcome", equalTo("rejected"))
                .body("answer", containsString("tokenRef"));
    }

    @Test
    void validates_a_definition_and_calls_only_the_one_in_force() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var inForce = Map.of("world", scene.target());

        // When
        var answer = validate(scene.target(), "memory", inForce);

        // Then
        answer.then().statusCode(200).body("outcome", equalTo("fine"));
        answer.then().body("called", equalTo(true));
        validate(scene.target(), "memory", Map.of("world", "another"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("fine"))
                .body("called", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "memory, world, '', has no setting 'world'",
        "memory, tokenRef, NOWHERE, NOWHERE",
        "memory, lag, soon, has lag 'soon'",
        "carrier-pigeon, world, w, carrier-pigeon"
    })
    void says_what_is_wrong_with_a_definition(String kind, String key, String value, String why) {
        // Given
        var settings = Map.of(key, value);

        // When
        var answer = validate("app9", kind, settings);

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    @Test
    void asks_for_a_definition_where_there_is_none() {
        // Given
        var admin = as("Ephor.Admin").contentType("application/json");

        // When
        var answer = admin.body(Map.of("id", "app9")).post(TARGETS + "/validate");

        // Then
        answer.then().statusCode(400).body("detail", containsString("'kind'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "provision-now"})
    void knows_no_target_that_is_not_defined(String call) {
        // Given
        var admin = as("Ephor.Admin");

        // When
        var answer = admin.post(TARGETS + "/nowhere/" + call);

        // Then
        answer.then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app1/test", "/app1/provision-now", "/validate"})
    void an_auditor_only_reads(String call) {
        // Given
        var auditor = as("Ephor.Auditor").contentType("application/json");

        // When
        var answer = auditor.body(Map.of()).post(TARGETS + call);

        // Then
        answer.then().statusCode(403);
    }

    @Test
    void shows_what_was_exchanged_in_a_try() {
        // Given
        var scene = Scene.withHolder("dana", others, catalog);
        String log = "/ephor/v1/provisioning-log";
        int id =
                as("Ephor.Auditor")
                        .get(log + "?outcome=confirmed&group=" + scene.group())
                        .then()
                        .statusCode(200)
                        .body("entries", hasSize(1))
                        .extract()
                        .path("entries[0].id");

        // When
        var answer = as("Ephor.Auditor").get(log + "/" + id);

        // Then
        answer.then()
                .statusCode(200)
                .body("line.principal", equalTo("dana"))
                .body("exchanges.operation", equalTo(java.util.List.of("grant", "observe")))
                .body("exchanges[0].sent", equalTo("dana"))
                .body("exchanges[0].status", equalTo(200));
        String token =
                TestIssuer.sign(
                        TestIssuer.claims("stranger", "Ephor.Admin").claim("tid", "elsewhere"));
        given().auth().oauth2(token).get(log + "/" + id).then().statusCode(404);
    }

    private Scene waitingForMinutes() {
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, 1, new Answer.Transient("busy", Duration.ofMinutes(2)));
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true);
        return scene;
    }

    private static Response validate(String id, String kind, Map<String, String> settings) {
        return as("Ephor.Admin")
                .contentType("application/json")
                .body(Map.of("id", id, "kind", kind, "settings", settings))
                .post(TARGETS + "/validate");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token("somebody", role));
    }
}
