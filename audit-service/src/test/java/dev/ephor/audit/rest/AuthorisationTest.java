package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AuthorisationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries",
                "entries/0",
                "head",
                "verify",
                "activations/x",
                "search",
                "access",
                "evidence.zip",
                "export.csv",
                "export.ndjson",
                "log/tile/0/000",
                "log/tile/entries/000",
                "proofs/inclusion",
                "proofs/consistency",
                "proofs/receipts/0"
            })
    void challenges_a_caller_without_a_token(String path) {
        given().get("/ephor/v1/audit/" + path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entries",
                "entries/0",
                "head",
                "verify",
                "activations/x",
                "search",
                "access",
                "evidence.zip",
                "export.csv",
                "export.ndjson",
                "log/tile/0/000",
                "log/tile/entries/000",
                "proofs/inclusion",
                "proofs/consistency",
                "proofs/receipts/0"
            })
    void refuses_a_caller_who_is_no_auditor(String path) {
        given().auth()
                .oauth2(TestIssuer.strongToken("somebody", "Ephor.Responder"))
                .get("/ephor/v1/audit/" + path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("Authorization_RequestDenied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ephor.Auditor", "Ephor.Admin"})
    void admits_auditors_and_administrators(String role) {
        given().auth()
                .oauth2(TestIssuer.token("somebody", role))
                .get("/ephor/v1/audit/head")
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_else_has_a_checkpoint_signed() {
        given().post("/ephor/v1/audit/log/checkpoint").then().statusCode(401);
        given().auth()
                .oauth2(TestIssuer.token("somebody"))
                .post("/ephor/v1/audit/log/checkpoint")
                .then()
                .statusCode(403);
    }

    /** The tests' microprofile-config.properties names the tenant of every other test. */
    @Test
    void refuses_an_auditor_of_a_tenant_that_is_not_to_read_the_log() {
        String stranger =
                TestIssuer.sign(TestIssuer.claims("a", "Ephor.Auditor").claim("tid", "another"));

        given().auth()
                .oauth2(stranger)
                .get("/ephor/v1/audit/head")
                .then()
                .statusCode(403)
                .body("code", equalTo("Authorization_RequestDenied"));
        given().auth().oauth2(stranger).get("/ephor/v1/audit/log/keys").then().statusCode(200);
    }

    @Test
    void challenges_a_token_that_is_expired_or_a_strangers() {
        var expired =
                TestIssuer.claims("a", "Ephor.Auditor")
                        .expiresAt(Instant.now().minus(Duration.ofHours(1)));

        given().auth()
                .oauth2(TestIssuer.sign(expired))
                .get("/ephor/v1/audit/head")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestIssuer.signByStranger(TestIssuer.claims("a", "Ephor.Auditor")))
                .get("/ephor/v1/audit/head")
                .then()
                .statusCode(401);
    }
}
