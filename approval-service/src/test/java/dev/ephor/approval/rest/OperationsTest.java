package dev.ephor.approval.rest;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class OperationsTest {
    @Inject Surroundings surroundings;

    @Test
    void it_is_live_and_becomes_ready() {
        get("/q/health/live").then().statusCode(200);
        await().until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void it_counts_what_it_says() {
        // Given
        surroundings.ask(Asking.approvers());

        // Then
        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("ephor_approvals_total{step=\"opened\"}"));
    }

    @Test
    void it_describes_its_api() {
        get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/assignmentApprovals/{approvalId}"))
                .body(containsString("reviewResult"));
    }
}
