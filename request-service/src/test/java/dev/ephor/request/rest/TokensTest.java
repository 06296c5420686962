package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.ACTIVATIONS;
import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.with;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class TokensTest {
    @Inject Said said;

    @ParameterizedTest
    @ValueSource(strings = {REQUESTS, REQUESTS + "/x", ACTIVATIONS, ACTIVATIONS + "/x"})
    void no_token_is_challenged(String path) {
        given().get(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void no_token_is_challenged_before_anything_is_read() {
        given().contentType("application/json")
                .body("{")
                .post(REQUESTS)
                .then()
                .statusCode(401)
                .body("error.code", equalTo("InvalidAuthenticationToken"));
    }

    @Test
    void a_token_of_another_issuer_is_challenged() {
        assertChallenged(
                p -> TestIssuer.sign(TestIssuer.claims(p).issuer("https://elsewhere.test")));
    }

    @Test
    void a_token_for_another_audience_is_challenged() {
        assertChallenged(p -> TestIssuer.sign(TestIssuer.claims(p).audience("api://other")));
    }

    @Test
    void a_token_with_a_strangers_signature_is_challenged() {
        assertChallenged(p -> TestIssuer.signByStranger(TestIssuer.claims(p)));
    }

    @Test
    void an_expired_token_is_challenged() {
        assertChallenged(
                p ->
                        TestIssuer.sign(
                                TestIssuer.claims(p)
                                        .expiresAt(Instant.now().minus(Duration.ofHours(1)))));
    }

    @Test
    void what_is_no_token_is_challenged() {
        assertChallenged(p -> "not.a.token");
    }

    private void assertChallenged(java.util.function.UnaryOperator<String> token) {
        String me = someone();
        with(token.apply(me))
                .body(lax(me))
                .post(REQUESTS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("error.code", equalTo("InvalidAuthenticationToken"));
        assertThat(said.about(me)).isEmpty();
    }

    @Test
    void a_token_of_no_tenant_that_can_be_is_refused() {
        String me = someone();
        with(TestIssuer.sign(TestIssuer.claims(me).claim("tid", "a/b")))
                .body(lax(me))
                .post(REQUESTS)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void operators_need_no_token(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void tells_clients_how_it_is_called() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'%s'.keySet()".formatted(REQUESTS), hasItems("get", "post"))
                .body("paths.'%s'.keySet()".formatted(ACTIVATIONS + "/{id}"), hasItems("get"))
                .body(
                        "components.schemas.RequestObject.properties.keySet()",
                        hasItems("action", "scheduleInfo", "isValidationOnly"));
    }
}
