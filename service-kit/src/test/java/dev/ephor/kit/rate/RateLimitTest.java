package dev.ephor.kit.rate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class RateLimitTest {
    private static final String TILL = "/v1.0/till/1";

    @Inject Ids ids;

    @ConfigProperty(name = "ephor.http.rate.requests-per-minute")
    int perMinute;

    @Test
    void tells_a_caller_what_is_left() {
        as(ids.next())
                .get(TILL)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"permin\";q=%d;w=60".formatted(perMinute))
                .header("RateLimit", "\"permin\";r=%d;t=0".formatted(perMinute - 1));
    }

    @Test
    void who_calls_too_often_is_told_when_to_come_again() {
        // Given
        String caller = exhausted();
        // When
        Response refused = refused(() -> as(caller).get(TILL));
        // Then
        refused.then()
                .header("Retry-After", "1")
                .header("RateLimit", matchesPattern("\"permin\";r=0;t=1"))
                .body("error.code", equalTo("TooManyRequests"));
        as(ids.next()).get(TILL).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"selfDeactivate\"}",
                "{\"action\":\"AdminRemove\"}",
                "{\"reviewResult\":\"Deny\"}",
                "{\"decision\":\"deny\"}"
            })
    void nobody_waits_to_take_access_away(String body) {
        as(exhausted())
                .body(body)
                .post(TILL)
                .then()
                .statusCode(201)
                .header("RateLimit", nullValue());
    }

    @Test
    void nobody_waits_to_cancel() {
        as(exhausted()).post(TILL + "/cancel").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"selfActivate\"}",
                "{\"action\":\"selfActivate\",\"decision\":\"deny\"}",
                "[\"Deny\"]",
                "no JSON"
            })
    void everything_else_counts(String body) {
        // Given
        String caller = exhausted();
        // When
        Response refused = refused(() -> as(caller).body(body).post(TILL));
        // Then
        refused.then().header("Retry-After", "1");
    }

    private String exhausted() {
        String caller = ids.next();
        refused(() -> as(caller).get(TILL));
        return caller;
    }

    /** The first call that is refused: some of them come just when another one may. */
    private Response refused(Supplier<Response> call) {
        return Stream.generate(call)
                .limit(10L * perMinute)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification as(String caller) {
        return given().auth().oauth2(TestIssuer.token(caller)).contentType("application/json");
    }
}
