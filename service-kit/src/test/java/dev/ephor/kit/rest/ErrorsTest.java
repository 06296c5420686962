package dev.ephor.kit.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ErrorsTest {

    @Test
    void no_token_is_challenged_in_graphs_shape() {
        given().get("/v1.0/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("error.code", equalTo("InvalidAuthenticationToken"));
    }

    @Test
    void an_expired_token_is_challenged() {
        unauthenticated(
                TestIssuer.sign(
                        TestIssuer.claims("p", "Ephor.Admin")
                                .expiresAt(Instant.now().minus(Duration.ofHours(1)))));
    }

    @Test
    void a_token_of_another_issuer_is_challenged() {
        unauthenticated(
                TestIssuer.sign(
                        TestIssuer.claims("p", "Ephor.Admin").issuer("https://elsewhere.test")));
    }

    @Test
    void a_token_for_another_audience_is_challenged() {
        unauthenticated(
                TestIssuer.sign(TestIssuer.claims("p", "Ephor.Admin").audience("api://other")));
    }

    @Test
    void a_token_with_a_strangers_signature_is_challenged() {
        unauthenticated(TestIssuer.signByStranger(TestIssuer.claims("p", "Ephor.Admin")));
    }

    @Test
    void a_token_that_nobody_signed_is_challenged() {
        unauthenticated(unsigned("none") + ".");
        unauthenticated(unsigned("None") + "." + base64("x".getBytes(UTF_8)));
    }

    /** The key that everybody knows, taken for a secret that is shared. */
    @Test
    void a_token_that_is_signed_with_the_public_key_is_challenged() throws Exception {
        // Given
        String unsigned = unsigned("HS256");
        var hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(TestIssuer.publicKey().getEncoded(), "HmacSHA256"));

        // Then
        unauthenticated(unsigned + "." + base64(hmac.doFinal(unsigned.getBytes(UTF_8))));
    }

    /** The header names its own key, or where one is to be fetched. */
    @Test
    void a_token_with_a_strangers_key_in_its_header_is_challenged() {
        unauthenticated(
                TestIssuer.claims("p", "Ephor.Admin")
                        .jws()
                        .header("jku", "http://127.0.0.1:1/jwks")
                        .keyId("../../etc/passwd")
                        .sign(TestIssuer.strangersKey()));
    }

    private static String unsigned(String algorithm) {
        String[] parts = TestIssuer.token("p", "Ephor.Admin").split("\\.");
        String header = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"test\"}".formatted(algorithm);
        return base64(header.getBytes(UTF_8)) + "." + parts[1];
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void a_token_without_the_role_is_refused() {
        given().auth()
                .oauth2(TestIssuer.token("p"))
                .get("/v1.0/me")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("Authorization_RequestDenied"));
    }

    @Test
    void the_caller_is_who_the_token_says() {
        given().auth()
                .oauth2(TestIssuer.strongToken("dana", "Ephor.Admin"))
                .get("/v1.0/me")
                .then()
                .statusCode(200)
                .body("principal", equalTo("dana"))
                .body("tenant", equalTo(TestIssuer.TENANT))
                .body("assurance.acr", equalTo(TestIssuer.MFA))
                .body("assurance.amr", equalTo(java.util.List.of("pwd", "mfa")));
    }

    @Test
    void malformed_json_is_told_with_its_place() {
        given().contentType("application/json")
                .body("{\"number\": ")
                .post("/v1.0/number")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("BadRequest"))
                .body("error.message", containsString("not JSON"));
    }

    @Test
    void a_member_of_the_wrong_type_is_named() {
        given().contentType("application/json")
                .body("{\"number\": \"many\"}")
                .post("/v1.0/number")
                .then()
                .statusCode(400)
                .body("error.message", containsString("'number'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud83d"})
    void text_that_could_not_be_kept_is_named(String word) {
        given().contentType("application/json")
                .body("{\"number\": 1, \"word\": \"" + word + "\"}")
                .post("/v1.0/number")
                .then()
                .statusCode(400)
                .body("error.message", containsString("'word'"));
    }

    @Test
    void an_oversized_body_that_announces_no_length_is_refused() throws Exception {
        // Given
        String body = "{\"number\": 1, \"word\": \"" + "x".repeat(8192) + "\"}";
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        RestAssured.baseURI
                                                + ":"
                                                + RestAssured.port
                                                + "/v1.0/number"))
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                        .build();

        // When
        HttpResponse<String> answer;
        try (var http = HttpClient.newHttpClient()) {
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestEntityTooLarge");
    }

    @Test
    void an_oversized_body_is_refused() {
        given().contentType("application/json")
                .body("{\"number\": \"" + "9".repeat(8192) + "\"}")
                .post("/v1.0/number")
                .then()
                .statusCode(413)
                .body("error.code", equalTo("RequestEntityTooLarge"));
    }

    @Test
    void an_unknown_address_is_told_in_graphs_shape() {
        given().auth()
                .oauth2(TestIssuer.token("p"))
                .get("/v1.0/nowhere")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ResourceNotFound"));
    }

    @Test
    void elsewhere_an_error_is_a_problem() {
        given().get("/ephor/v1/missing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("ResourceNotFound"))
                .body("violations[0].field", equalTo("x"));
    }

    @Test
    void a_bug_is_told_by_an_id_and_nothing_else() {
        given().get("/ephor/v1/broken")
                .then()
                .statusCode(500)
                .body("detail", not(containsString("secret")))
                .body("code", equalTo("InternalServerError"));
    }

    private static void unauthenticated(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1.0/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("error.code", equalTo("InvalidAuthenticationToken"));
    }
}
