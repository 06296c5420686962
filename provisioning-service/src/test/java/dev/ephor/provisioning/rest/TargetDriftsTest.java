package dev.ephor.provisioning.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.connector.Membership;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.connector.memory.Hold;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.DriftPolicy.Action;
import dev.ephor.events.DriftPolicy.Standing;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.events.TargetDriftEvent.TargetRevertStopped;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickRetries.class)
class TargetDriftsTest {
    private static final String TARGETS = "/ephor/v1/targets/";
    private static final DriftPolicy LATER =
            new DriftPolicy(Action.REVERT, Duration.ofMinutes(15), Standing.KEEP);
    private static final DriftPolicy AT_ONCE =
            new DriftPolicy(Action.REVERT, Duration.ZERO, Standing.KEEP);

    @Inject OtherServices others;
    @Inject Catalog catalog;

    @Test
    void lists_what_a_target_has_and_ephor_did_not_provision() {
        // Given
        Scene scene = drifted(LATER);

        // When
        var answer = as("Ephor.Auditor").get(TARGETS + "drifts");

        // Then
        String mine = "value.find { it.target == '" + scene.target() + "' }";
        answer.then()
                .statusCode(200)
                .body(mine + ".principal", equalTo("mallory"))
                .body(mine + ".kind", equalTo("ungranted"))
                .body(mine + ".state", equalTo("reported"))
                .body(mine + ".revertAt", notNullValue());
    }

    @Test
    void stops_a_revert_and_says_who_did() {
        // Given
        Scene scene = drifted(LATER);

        // When
        var answer = say("Ephor.Responder", scene, "mallory", "stop", "Asking the owner first");

        // Then
        answer.then().statusCode(202);
        var stopped = others.await(scene.key("mallory"), TargetRevertStopped.class, _ -> true);
        assertThat((TargetRevertStopped) stopped.data())
                .returns("Asking the owner first", TargetRevertStopped::reason);
        String mine = "value.find { it.target == '" + scene.target() + "' }";
        as("Ephor.Auditor")
                .get(TARGETS + "drifts")
                .then()
                .body(mine + ".state", equalTo("stopped"))
                .body(mine + ".revertAt", nullValue());
        say("Ephor.Responder", scene, "mallory", "stop", "Asking once more")
                .then()
                .statusCode(409)
                .body("detail", containsString("No revert"));
    }

    @Test
    void accepts_a_member_who_then_stays() {
        // Given
        Scene scene = drifted(LATER);

        // When
        var answer = say("Ephor.Admin", scene, "mallory", "accept", "Runs the nightly import");

        // Then
        answer.then().statusCode(202);
        var ended = others.await(scene.key("mallory"), TargetDriftEnded.class, _ -> true);
        assertThat((TargetDriftEnded) ended.data())
                .returns(Outcome.ACCEPTED, TargetDriftEnded::outcome);
        as("Ephor.Auditor")
                .get(TARGETS + "drifts")
                .then()
                .body("value.findAll { it.target == '" + scene.target() + "' }.size()", equalTo(0));
    }

    @Test
    void a_revert_waits_for_a_target_and_is_superseded_by_an_activation() throws Exception {
        // Given
        Scene scene = Scene.managed(AT_ONCE, others, catalog);
        var hold = holdingUp(scene);
        hold.awaitCall(Duration.ofMinutes(2));

        // When
        scene.grant("mallory");
        others.await(scene.key("mallory"), TargetDriftEnded.class, _ -> true);
        hold.release();

        // Then
        scene.awaitActive("mallory");
        assertThat(scene.holders()).containsExactlyInAnyOrder("dana", "mallory");
        assertThat(scene.world().journal())
                .extracting(Effect::call)
                .contains(Call.WITHDRAW, Call.GRANT);
    }

    @Test
    void knows_nothing_of_other_drift_and_wants_a_reason() {
        // Given
        Scene scene = drifted(LATER);

        // When
        var unknown = say("Ephor.Admin", scene, "nobody", "stop", "Asking the owner first");
        var brief = say("Ephor.Admin", scene, "mallory", "stop", "why");
        var reader = say("Ephor.Auditor", scene, "mallory", "stop", "Asking the owner first");
        var odd = as("Ephor.Admin").post(TARGETS + "no-such-target/reconcile");

        // Then
        unknown.then().statusCode(404);
        brief.then().statusCode(400).body("detail", containsString("reason"));
        reader.then().statusCode(403);
        odd.then().statusCode(404);
    }

    private Hold holdingUp(Scene scene) {
        grantDana(scene);
        var hold = scene.world().hold(Call.WITHDRAW);
        put(scene);
        reconcile(scene);
        return hold;
    }

    /** A target where Dana is by Ephor, and Mallory by somebody's hand. */
    private Scene drifted(DriftPolicy policy) {
        Scene scene = Scene.managed(policy, others, catalog);
        grantDana(scene);
        put(scene);
        reconcile(scene);
        others.await(scene.key("mallory"), TargetDriftDetected.class, _ -> true);
        return scene;
    }

    private static void grantDana(Scene scene) {
        scene.grant("dana");
        scene.awaitActive("dana");
    }

    private static void put(Scene scene) {
        scene.world()
                .put(
                        new Membership(
                                new Membership.Group(
                                        Scene.TENANT, scene.group(), scene.displayName()),
                                new Membership.Principal("mallory", null, null, null, null, null),
                                "member"));
    }

    private static void reconcile(Scene scene) {
        as("Ephor.Responder")
                .post(TARGETS + scene.target() + "/reconcile?group=" + scene.group())
                .then()
                .statusCode(202)
                .body("groups", equalTo(1));
    }

    private static Response say(
            String role, Scene scene, String principal, String what, String reason) {
        String path = TARGETS + "%s/drifts/%s/%s/member/%s";
        return as(role).contentType("application/json")
                .body(Map.of("reason", reason))
                .post(path.formatted(scene.target(), scene.group(), principal, what));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token("admin", role));
    }
}
