package dev.ephor.membership;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.membership.Peer.Asked;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This service beside another instance, which owns some of the partitions. */
@QuarkusTest
@QuarkusTestResource(
        value = Platform.class,
        initArgs = @ResourceArg(name = "database", value = "none"))
@QuarkusTestResource(StateDirectory.class)
class SeveralInstancesTest {
    private static final String WINDOW = "/ephor/v1/windows/%s/admins/%s/member";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /** For all tests: to come and to go costs a group many seconds. */
    private static Peer peer;

    private final String token = TestIssuer.token("sam", "Ephor.Admin");
    private String theirs;

    @BeforeEach
    void begin() throws IOException {
        awaitReady();
        if (peer == null) {
            peer = new Peer(brokers);
        }
        peer.answers(200, "{\"principal\": \"theirs\"}");
        theirs = await().until(this::peersPrincipal, Objects::nonNull);
        awaitReady();
    }

    @AfterAll
    static void end() {
        peer.close();
    }

    @Test
    void shows_a_membership_whichever_instance_owns_it() {
        peer.answers(200, "{\"principal\": \"theirs\"}");

        Settled.answer(() -> window(theirs)).then().statusCode(200).body("principal", is("theirs"));

        assertThat(peer.asked)
                .containsExactly(new Asked("GET", path(theirs), "Bearer " + token, ""));
        assertThat(principals().map(p -> Settled.answer(() -> window(p)).statusCode()))
                .contains(200, 404);
    }

    @Test
    void hands_on_what_a_person_says_and_the_answer_to_it() {
        String drift = "/ephor/v1/windows/drifts/admins/" + theirs + "/member/accept";
        String why = "{\"reason\": \"Runs the import\"}";
        peer.answers(409, "{\"error\": {\"code\": \"Conflict\"}}");

        Settled.answer(() -> as(token).body(why).post(drift))
                .then()
                .statusCode(409)
                .body("error.code", is("Conflict"));

        assertThat(peer.asked).containsExactly(new Asked("POST", drift, "Bearer " + token, why));
    }

    @Test
    void shows_what_is_drifted_and_stuck_at_all_instances() {
        peer.answers(
                200,
                """
                {"value": [{"id": "d", "tenant": "t", "group": "admins", "principal": "kim",
                  "access": "member", "kind": "ungranted", "state": "reported",
                  "detectedAt": "2026-03-02T12:00:00Z"}]}""");
        Settled.answer(() -> as(token).get("/ephor/v1/windows/drifts"))
                .then()
                .statusCode(200)
                .body("value.principal", hasItem("kim"));

        peer.answers(
                200,
                """
                {"value": [{"tenant": "t", "group": "admins", "principal": "lee",
                  "access": "member", "change": "withdraw", "story": "a",
                  "since": "2026-03-02T12:00:00Z", "age": "PT3M", "owners": [], "attempts": 3}]}""");
        Settled.answer(() -> as(token).get("/ephor/v1/windows/stuck"))
                .then()
                .statusCode(200)
                .body("value.principal", hasItem("lee"));
    }

    @Test
    void lists_the_windows_of_all_instances() {
        peer.answers(
                200,
                """
                {"value": [{"tenant": "t", "group": "admins", "principal": "max",
                  "access": "member", "generation": 1, "wanted": true, "state": "confirmed",
                  "failures": 0, "windows": []}]}""");

        Settled.answer(() -> as(token).get("/ephor/v1/windows?group=admins"))
                .then()
                .statusCode(200)
                .body("value.principal", hasItem("max"));
    }

    @Test
    void asks_nobody_else_when_it_is_asked_by_another_instance() {
        peer.answers(200, "{\"value\": []}");

        asPeer().get(path(theirs)).then().statusCode(503).header("Retry-After", notNullValue());
        Settled.answer(() -> asPeer().get("/ephor/v1/windows/stuck")).then().statusCode(200);

        assertThat(peer.asked).isEmpty();
    }

    @Test
    void says_which_instance_does_not_answer() {
        peer.fallSilent();

        Settled.answer(() -> window(theirs))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString(peer.address()));
        Settled.answer(() -> as(token).get("/ephor/v1/windows/drifts"))
                .then()
                .statusCode(503)
                .body("detail", containsString(peer.address()));
    }

    private static void awaitReady() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** One whom the other instance owns; null: it owns nobody yet. */
    private String peersPrincipal() {
        return principals().filter(p -> window(p).statusCode() == 200).findFirst().orElse(null);
    }

    private static Stream<String> principals() {
        return IntStream.range(0, 40).mapToObj(i -> "p" + i);
    }

    private Response window(String principal) {
        return as(token).get(path(principal));
    }

    private static String path(String principal) {
        return WINDOW.formatted(TestIssuer.TENANT, principal);
    }

    private RequestSpecification asPeer() {
        return as(token).header("Ephor-Asked-By-Peer", "true");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
