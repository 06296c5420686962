package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What an operator sees. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class OperationsTest {
    @Inject KafkaClients kafka;
    @Inject ReadingTheLog log;
    @Inject Ids ids;

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
