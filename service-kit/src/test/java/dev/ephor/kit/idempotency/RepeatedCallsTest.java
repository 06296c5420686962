package dev.ephor.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class RepeatedCallsTest {
    private static final String TILL = "/v1.0/till/1";

    @Inject Ids ids;
    @Inject DataSource database;

    @Test
    void a_repetition_gets_the_answer_of_the_first_call() {
        // Given
        String key = ids.next();
        var first = sell("ann", key, "{\"a\":1,\"b\":2}").statusCode(201).extract();
        int sales = Till.SALES.get();
        // When
        var second = sell("ann", key, "{ \"b\": 2, \"a\": 1 }");
        // Then
        second.statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .contentType("application/json")
                .body("number", equalTo((int) first.path("number")))
                .body("onVirtualThread", equalTo(true));
        assertThat(Till.SALES).hasValue(sales);
    }

    @Test
    void a_key_may_come_with_or_without_quotes() {
        String key = ids.next();
        sell("ann", "\"" + key + "\"", "{}").statusCode(201);
        sell("ann", key, "{}").header("Idempotent-Replayed", "true");
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        String key = ids.next();
        sell("ann", key, "{\"a\":1}").statusCode(201);
        sell("ann", key, "{\"a\":2}")
                .statusCode(422)
                .body("error.code", equalTo("IdempotencyKeyReused"));
    }

    @Test
    void a_key_is_of_one_caller_and_of_one_path() {
        // Given
        String key = ids.next();
        int sold = sell("ann", key, "{}").extract().path("number");
        // When, Then
        sell("bob", key, "{}").statusCode(201).body("number", equalTo(sold + 1));
        call("ann", key)
                .body("{}")
                .post("/v1.0/till/2")
                .then()
                .statusCode(201)
                .body("number", equalTo(sold + 2));
    }

    @Test
    void there_is_nothing_at_an_address_that_no_database_can_hold() {
        call("ann", ids.next())
                .urlEncodingEnabled(false)
                .body("{}")
                .post("/v1.0/till/%00")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ResourceNotFound"));
    }

    @Test
    void a_call_without_a_key_is_carried_out_every_time() {
        int sold = call("ann", null).body("{}").post(TILL).then().extract().path("number");
        call("ann", null).body("{}").post(TILL).then().body("number", equalTo(sold + 1));
    }

    @Test
    void while_the_first_call_runs_its_repetition_is_told_to_wait() throws Exception {
        // Given
        String key = ids.next();
        Till.begun = new CountDownLatch(1);
        Till.mayEnd = new CountDownLatch(1);
        // A thread of this one's class loader: one of the common pool knows no Quarkus.
        var first =
                CompletableFuture.supplyAsync(
                        () -> sell("ann", key, "{}"), run -> Thread.ofPlatform().start(run));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Till.begun.getCount() == 0 || first.isCompletedExceptionally());
        // When
        var second = sell("ann", key, "{}");
        // Then
        second.statusCode(409).header("Retry-After", "1").body("error.code", equalTo("Conflict"));
        Till.mayEnd.countDown();
        first.get().statusCode(201);
        sell("ann", key, "{}").statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void the_answer_is_kept_for_a_caller_who_went_away() throws Exception {
        // Given
        String key = ids.next();
        Till.begun = new CountDownLatch(1);
        Till.mayEnd = new CountDownLatch(1);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request(key).getBytes(StandardCharsets.US_ASCII));
            assertThat(Till.begun.await(60, TimeUnit.SECONDS)).isTrue();
            // Not a polite end: the server hears of it at once.
            socket.setSoLinger(true, 0);
        }
        int sales = Till.SALES.get();
        // When
        Till.mayEnd.countDown();
        // Then
        await().atMost(Duration.ofMinutes(2))
                // A caller may call here once a second in the long run.
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .untilAsserted(
                        () ->
                                sell("ann", key, "{}")
                                        .statusCode(201)
                                        .header("Idempotent-Replayed", "true"));
        assertThat(Till.SALES).hasValue(sales);
    }

    private static String request(String key) {
        return String.join(
                "\r\n",
                "POST " + TILL + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + TestIssuer.token("ann"),
                "Content-Type: application/json",
                "Idempotency-Key: " + key,
                "Content-Length: 2",
                "",
                "{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void a_refusal_for_good_is_repeated(int status) {
        // Given
        String key = ids.next();
        String refuse = "{\"refuse\":%d}".formatted(status);
        String message =
                sell("ann", key, refuse).statusCode(status).extract().path("error.message");
        // When, Then
        sell("ann", key, refuse)
                .statusCode(status)
                .header("Idempotent-Replayed", "true")
                .body("error.message", equalTo(message));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409, 429, 500, 503})
    void a_refusal_that_says_come_again_is_not_repeated(int status) {
        // Given
        String key = ids.next();
        String refuse = "{\"refuse\":%d}".formatted(status);
        sell("ann", key, refuse).statusCode(status);
        int sales = Till.SALES.get();
        // When
        sell("ann", key, refuse).statusCode(status).header("Idempotent-Replayed", nullValue());
        // Then
        assertThat(Till.SALES).hasValue(sales + 1);
    }

    @Test
    void an_answer_without_a_body_is_repeated() {
        // Given
        String key = ids.next();
        call("ann", key).post(TILL + "/cancel").then().statusCode(204);
        int sales = Till.SALES.get();
        // When
        call("ann", key).post(TILL + "/cancel").then().statusCode(204);
        // Then
        assertThat(Till.SALES).hasValue(sales);
    }

    @Test
    void reading_has_no_need_of_a_key() {
        String key = ids.next();
        int sales = call("ann", key).get(TILL).then().extract().path("sales");
        sell("ann", ids.next(), "{}");
        call("ann", key).get(TILL).then().body("sales", equalTo(sales + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "\"\"", "caf\u00e9"})
    void what_can_be_no_key_is_refused(String key) {
        sell("ann", key, "{}").statusCode(400).body("error.code", equalTo("BadRequest"));
    }

    @Test
    void who_is_not_signed_in_leaves_no_trace() {
        String key = ids.next();
        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{}")
                .post(TILL)
                .then()
                .statusCode(401);
        sell("ann", key, "{}").statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void what_a_call_did_and_its_answer_are_of_one_transaction() throws SQLException {
        // Given
        String key = ids.next();
        var first = write(key, "").statusCode(201).extract();
        // When
        String transactions =
                text(
                        """
                        select (c.xmin = b.xmin)::text from idempotency c, inbox b
                         where c.key = ? and b.consumer = 'till' and b.event_id = ?
                        """,
                        key,
                        String.valueOf((int) first.path("number")));
        // Then
        assertThat(transactions).isEqualTo("true");
        write(key, "")
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("number", equalTo((int) first.path("number")));
    }

    @Test
    void what_a_refusal_wrote_stays_and_what_a_failure_wrote_does_not() throws SQLException {
        write(ids.next(), "refuse").statusCode(422);
        assertThat(written(Till.SALES.get())).isEqualTo("1");
        write(ids.next(), "fail").statusCode(500);
        assertThat(written(Till.SALES.get())).isEqualTo("0");
    }

    @Test
    void who_was_not_the_fastest_is_carried_out_once_more() throws SQLException {
        // Given
        int sales = Till.SALES.get();
        // When
        write(ids.next(), "lose").statusCode(201);
        // Then
        assertThat(Till.SALES).hasValue(sales + 2);
        assertThat(written(sales + 1)).isEqualTo("0");
        assertThat(written(sales + 2)).isEqualTo("1");
    }

    private static ValidatableResponse write(String key, String then) {
        return call("ann", key)
                .body("{\"then\": \"%s\"}".formatted(then))
                .post(TILL + "/written")
                .then();
    }

    private String written(int number) throws SQLException {
        return text(
                "select count(*)::text from inbox where consumer = 'till' and event_id = ?",
                String.valueOf(number));
    }

    private String text(String query, String... parameters) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            var rows = select.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void the_body_of_a_call_is_not_stored() throws SQLException {
        // Given
        String key = ids.next();
        sell("ann", key, "{\"password\":\"hunter2\"}").statusCode(201);
        // When
        String row = row(key);
        // Then
        assertThat(row).contains(key, "/till/").doesNotContain("hunter2");
    }

    private String row(String key) throws SQLException {
        return text("select i::text from idempotency i where key = ?", key);
    }

    private static ValidatableResponse sell(String who, String key, String body) {
        return call(who, key).body(body).post(TILL).then();
    }

    private static io.restassured.specification.RequestSpecification call(String who, String key) {
        var call = given().auth().oauth2(TestIssuer.token(who)).contentType("application/json");
        return key == null ? call : call.header("Idempotency-Key", key);
    }
}
