package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class OperationsTest {
    private static final String FOLLOWERS = "/ephor/v1/audit/followers";

    @Inject KafkaClients kafka;
    @Inject ReadingTheLog log;
    @Inject Ids ids;
    @Inject SealingRecords sealing;
    @Inject DataSource database;

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestIssuer.token("operator", role))
                .contentType("application/json");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private String leftBehind() throws SQLException {
        String name = "gone-" + ids.next();
        sql(
                "insert into audit_follower values ('%s', 0, now() - interval '40 days')"
                        .formatted(name));
        Sealed.seal(
                sealing,
                List.of(Samples.of("dev.ephor.activation.requested.v1", ids.next(), ids.next())));
        return name;
    }

    @AfterEach
    void nobody_is_left_behind() throws SQLException {
        sql("delete from audit_follower where name like 'gone-%'");
    }

    @Test
    void shows_who_follows_the_log_and_who_is_left_behind() throws SQLException {
        // When
        String gone = leftBehind();

        // Then
        as("Ephor.Auditor")
                .get(FOLLOWERS)
                .then()
                .statusCode(200)
                .body("entries.findAll { it.own }.name", hasItems("access", "filing", "publishing"))
                .body("entries.find { it.name == '%s' }.own".formatted(gone), equalTo(false))
                .body("entries.find { it.name == '%s' }.lag".formatted(gone), greaterThan(0));
        given().get("/q/metrics")
                .then()
                .body(containsString("ephor_audit_follower_lag{follower=\"filing\""))
                .body(containsString("ephor_audit_follower_idle_seconds{follower=\"filing\""));
    }

    @Test
    void gives_up_a_follower_that_is_gone_and_has_the_log_say_so() throws SQLException {
        // Given
        String gone = leftBehind();
        String drop = FOLLOWERS + "/" + gone + "/drop";

        // When
        as("Ephor.Admin")
                .body("{\"reason\": \"the trial is over\"}")
                .post(drop)
                .then()
                .statusCode(204);

        // Then
        as("Ephor.Admin").get(FOLLOWERS).then().body("entries.name", not(hasItem(gone)));
        await().atMost(AuditTopic.PATIENCE)
                .untilAsserted(
                        () ->
                                as("Ephor.Auditor")
                                        .get(
                                                "/ephor/v1/audit/search?order=newest"
                                                        + "&type=dev.ephor.follower.dropped.v1")
                                        .then()
                                        .body("entries.data.follower", hasItem(gone))
                                        .body("entries.data.reason", hasItem("the trial is over")));
        as("Ephor.Admin").body("{\"reason\": \"again\"}").post(drop).then().statusCode(404);
    }

    @Test
    void gives_up_no_follower_that_is_needed_or_at_work_or_without_a_reason() throws SQLException {
        // Given
        String gone = leftBehind();
        String drop = FOLLOWERS + "/" + gone + "/drop";
        String why = "{\"reason\": \"the trial is over\"}";

        // When
        int whileItWorks;
        try (Connection taking = database.getConnection();
                Statement statement = taking.createStatement()) {
            taking.setAutoCommit(false);
            statement.execute(
                    "select 1 from audit_follower where name = '%s' for update".formatted(gone));
            whileItWorks = as("Ephor.Admin").body(why).post(drop).statusCode();
            taking.rollback();
            taking.setAutoCommit(true);
        }

        // Then
        assertThat(whileItWorks).isEqualTo(409);
        as("Ephor.Admin").body(why).post(FOLLOWERS + "/filing/drop").then().statusCode(409);
        as("Ephor.Admin").body("{}").post(drop).then().statusCode(400);
        as("Ephor.Auditor").body(why).post(drop).then().statusCode(403);
        as("Ephor.Admin").get(FOLLOWERS).then().body("entries.name", hasItems(gone, "filing"));
    }

    @Test
    void is_ready_when_it_hears_and_its_log_ends_as_it_should() {
        await().atMost(AuditTopic.PATIENCE)
                .untilAsserted(
                        () ->
                                given().get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "checks.name",
                                                hasItems(
                                                        "subscriptions",
                                                        "the log ends as its head says")));
    }

    @Test
    void measures_what_it_sealed_and_how_late() {
        // Given
        String id = ids.next();
        long before = log.head().size();

        // When
        try (var producer = kafka.producer("test")) {
            producer.send(Samples.of("dev.ephor.activation.requested.v1", id, id));
        }

        // Then
        await().atMost(AuditTopic.PATIENCE).until(() -> log.head().size() > before);
        await().atMost(AuditTopic.PATIENCE)
                .untilAsserted(
                        () ->
                                given().get("/q/metrics")
                                        .then()
                                        .statusCode(200)
                                        .body(containsString("ephor_audit_lag_seconds_count")));
        given().get("/q/metrics").then().body(containsString("ephor_audit_sealed_total"));
    }

    @Test
    void describes_its_api() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/ephor/v1/audit/entries"))
                .body("paths", hasKey("/ephor/v1/audit/verify"))
                .body(
                        "paths.'/ephor/v1/audit/search'.get.parameters.name",
                        hasItems("from", "principal", "text", "limit"));
    }
}
