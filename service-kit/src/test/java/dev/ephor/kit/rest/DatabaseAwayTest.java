package dev.ephor.kit.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.kit.test.EmptyPool;
import dev.ephor.kit.test.Platform;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class DatabaseAwayTest {
    @Inject AgroalDataSource database;

    @Test
    void an_empty_pool_is_told_as_a_problem_with_when_to_come_back() {
        try (var _ = EmptyPool.of(database)) {
            // When
            var answer = given().get("/ephor/v1/read");

            // Then
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("code", equalTo("ServiceUnavailable"));
        }
    }

    @Test
    void an_empty_pool_is_told_in_graphs_shape_with_when_to_come_back() {
        try (var _ = EmptyPool.of(database)) {
            // When
            var answer = given().get("/v1.0/read");

            // Then
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/json")
                    .body("error.code", equalTo("ServiceUnavailable"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-at-once", "cut-before-commit", "late", "late-twice"})
    void what_only_the_database_keeps_from_being_done_can_be_asked_again(String call) {
        // When
        var answer = given().get("/v1.0/" + call);

        // Then
        answer.then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("error.code", equalTo("ServiceUnavailable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "wrong-at-commit"})
    void a_statement_that_is_wrong_stays_a_bug(String call) {
        // When
        var answer = given().get("/v1.0/" + call);

        // Then
        answer.then().statusCode(500).body("error.code", equalTo("InternalServerError"));
    }
}
