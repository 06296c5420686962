package dev.ephor.provisioning.rest;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.connector.Answer;
import dev.ephor.connector.memory.Call;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickRetries.class)
class ReadingTest {
    private static final String LOG = "/ephor/v1/provisioning-log";
    private static final String STUCK = "/ephor/v1/stuck";

    @Inject OtherServices others;
    @Inject Catalog catalog;

    @Test
    void the_log_tells_every_try_the_newest_first() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, 1, new Answer.Transient("busy", null));
        scene.grant("dana");
        scene.awaitActive("dana");

        // When
        var answer = as("Ephor.Auditor").get(LOG + "?activation=" + scene.activation("dana"));

        // Then
        answer.then()
                .statusCode(200)
                .body("entries.outcome", contains("confirmed", "transient"))
                .body("entries.attempt", contains(2, 1))
                .body("entries[1].answer", equalTo("busy"))
                .body("entries[0].target", equalTo(scene.target()))
                .body("entries[0].group", equalTo(scene.group()))
                .body("entries[0].principal", equalTo("dana"))
                .body("entries[0].access", equalTo("member"))
                .body("entries[0].change", equalTo("grant"))
                .body("entries[0].durationMillis", greaterThanOrEqualTo(0))
                .body("entries[0].time", notNullValue())
                .body("nextLink", nullValue());
    }

    @Test
    void the_log_is_read_page_by_page() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant("p1", "p2", "p3");
        scene.awaitActive("p1");
        scene.awaitActive("p2");
        scene.awaitActive("p3");
        String address = LOG + "?limit=2&group=" + scene.group();
        String next =
                as("Ephor.Admin")
                        .get(address)
                        .then()
                        .statusCode(200)
                        .body("entries", hasSize(2))
                        .extract()
                        .path("nextLink");

        // When
        var answer = as("Ephor.Admin").get(next);

        // Then
        answer.then().statusCode(200).body("entries", hasSize(1)).body("nextLink", nullValue());
    }

    @Test
    void the_board_shows_what_is_stuck_until_it_is_not() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, new Answer.Rejected("no such group"));
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);
        String mine = "entries.find { it.target == '" + scene.target() + "' }";

        // When
        var answer = as("Ephor.Auditor").get(STUCK);

        // Then
        answer.then()
                .statusCode(200)
                .body(mine + ".change", equalTo("grant"))
                .body(mine + ".group", equalTo(scene.group()))
                .body(mine + ".principal", equalTo("dana"))
                .body(mine + ".activations", contains(scene.activation("dana")))
                .body(mine + ".attempts", greaterThanOrEqualTo(3))
                .body(mine + ".since", notNullValue())
                .body(mine + ".retryAt", notNullValue())
                .body(mine + ".lastAnswer", equalTo("no such group"));
        scene.world().recover();
        scene.awaitActive("dana");
        as("Ephor.Auditor").get(STUCK).then().body(mine, nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG, STUCK})
    void another_tenant_sees_nothing(String address) {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant("dana");
        scene.awaitActive("dana");
        String token =
                TestIssuer.sign(
                        TestIssuer.claims("stranger", "Ephor.Admin").claim("tid", "elsewhere"));

        // When
        var answer = given().auth().oauth2(token).get(address);

        // Then
        answer.then().statusCode(200).body("entries", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG, STUCK})
    void without_a_token_there_is_nothing_to_read(String address) {
        // Given
        var nobody = given();

        // When
        var answer = nobody.get(address);

        // Then
        answer.then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG, STUCK})
    void without_the_role_there_is_nothing_to_read(String address) {
        // Given
        var user = as("Ephor.Responder");

        // When
        var answer = user.get(address);

        // Then
        answer.then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, 'from'",
        "to=2026-03-01, 'to'",
        "limit=0, 'limit'",
        "limit=1001, 'limit'",
        "limit=many, 'limit'",
        "after=-1, 'after'",
        "activationId=a, 'activationId'"
    })
    void says_which_parameter_is_wrong_and_what_to_give(String parameter, String name) {
        // Given
        var auditor = as("Ephor.Auditor");

        // When
        var answer = auditor.get(LOG + "?" + parameter);

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'" + name.replace("'", "") + "'"))
                .body("detail", containsString("give"));
    }

    @Test
    void says_that_it_is_ready_what_it_measures_and_what_it_offers() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant("dana");
        scene.awaitActive("dana");

        // When
        var ready = given().get("/q/health/ready");

        // Then
        ready.then()
                .statusCode(200)
                .body("checks.name", org.hamcrest.Matchers.hasItems("deliveries", "catalogue"));
        await().untilAsserted(
                        () ->
                                given().get("/q/metrics")
                                        .then()
                                        .body(
                                                containsString(
                                                        "ephor_provisioning_memberships_per_call"))
                                        .body(containsString("ephor_provisioning_delivery_seconds"))
                                        .body(containsString("ephor_provisioning_pending"))
                                        .body(containsString("ephor_provisioning_stuck")));
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("listProvisioningLog"))
                .body(containsString("listStuck"));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token("somebody", role));
    }
}
