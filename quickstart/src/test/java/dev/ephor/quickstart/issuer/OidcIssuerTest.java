package dev.ephor.quickstart.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ephor.quickstart.http.Http;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OidcIssuerTest {
    private static final Persona ALICE =
            new Persona(
                    "alice",
                    "b4a1d5e0-1111-4111-8111-000000000101",
                    "alice@example.com",
                    List.of());
    private static final Persona ROOT =
            new Persona(
                    "root",
                    "b4a1d5e0-1111-4111-8111-000000000109",
                    "root@example.com",
                    List.of("Ephor.Admin"));

    private static OidcIssuer issuer;
    private static Http http;

    @BeforeAll
    static void start() {
        issuer = OidcIssuer.start(0, List.of(ALICE, ROOT));
        http = new Http(issuer.issuerUrl(), "");
    }

    @AfterAll
    static void close() {
        issuer.close();
    }

    @Test
    void publishes_where_everything_is() {
        // When
        JsonNode discovery = Http.json(http.get("/.well-known/openid-configuration"));

        // Then
        assertThat(discovery.path("issuer").asText()).isEqualTo(issuer.issuerUrl());
        assertThat(discovery.path("jwks_uri").asText()).isEqualTo(issuer.jwksUrl());
        assertThat(discovery.path("token_endpoint").asText()).isEqualTo(issuer.tokenUrl());
    }

    @Test
    void gives_a_persona_a_token_with_a_second_factor() throws Exception {
        // When
        JWTClaimsSet claims = verified(fetch("alice", "mfa"));

        // Then
        assertThat(claims.getIssuer()).isEqualTo(issuer.issuerUrl());
        assertThat(claims.getAudience()).containsExactly("api://ephor");
        assertThat(claims.getSubject()).isEqualTo(ALICE.principalId());
        assertThat(claims.getStringClaim("oid")).isEqualTo(ALICE.principalId());
        assertThat(claims.getStringClaim("tid")).isEqualTo(OidcIssuer.TENANT);
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("alice@example.com");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "mfa");
        assertThat(claims.getStringClaim("acr")).isEqualTo(SignIn.MFA_CLASS);
        assertThat(claims.getLongClaim("auth_time"))
                .isCloseTo(Instant.now().getEpochSecond(), within(60));
        assertThat(claims.getExpirationTime()).isAfter(new Date());
    }

    @Test
    void gives_a_persona_a_token_without_one() throws Exception {
        // When
        JWTClaimsSet claims = verified(fetch("root", "pwd"));

        // Then
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getStringClaim("acr")).isNull();
        assertThat(claims.getStringListClaim("roles")).containsExactly("Ephor.Admin");
    }

    @Test
    void knows_nobody_but_its_personas() {
        // When
        HttpResponse<String> answer = ask("mallory", "mfa");

        // Then
        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(answer.body()).contains("mallory").contains("alice");
    }

    @Test
    void mints_tokens_with_any_claims() throws Exception {
        // When
        String late =
                issuer.token(
                        ALICE.principalId(),
                        Map.of("exp", Date.from(Instant.now().minusSeconds(60))));
        String elsewhere =
                issuer.token(
                        "somebody",
                        Map.of("aud", "api://other", "roles", List.of("Ephor.Auditor")));

        // Then
        assertThat(verified(late).getExpirationTime()).isBefore(new Date());
        assertThat(verified(late).getStringClaim("preferred_username"))
                .isEqualTo("alice@example.com");
        assertThat(verified(elsewhere).getAudience()).containsExactly("api://other");
        assertThat(verified(elsewhere).getStringClaim("oid")).isEqualTo("somebody");
        assertThat(verified(issuer.token("alice", SignIn.STALE_MFA)).getLongClaim("auth_time"))
                .isLessThan(Instant.now().minusSeconds(3600).getEpochSecond());
    }

    @Test
    void forges_tokens_that_its_keys_do_not_verify() {
        // When
        String forged = issuer.forgedToken(ALICE.principalId(), Map.of());

        // Then
        assertThatThrownBy(() -> verified(forged)).hasMessageContaining("signature");
    }

    private static String fetch(String persona, String scope) {
        return Http.json(ask(persona, scope)).path("access_token").asText();
    }

    private static HttpResponse<String> ask(String persona, String scope) {
        String form =
                "grant_type=client_credentials&client_secret=any&client_id="
                        + persona
                        + "&scope="
                        + scope;
        return http.send("POST", "/token", "application/x-www-form-urlencoded", form);
    }

    private static JWTClaimsSet verified(String token) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(http.get("/jwks").body());
        if (!jwt.verify(new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey()))) {
            throw new IllegalStateException("The signature does not fit the published keys");
        }
        return jwt.getJWTClaimsSet();
    }

    private static org.assertj.core.data.Offset<Long> within(long seconds) {
        return org.assertj.core.data.Offset.offset(seconds);
    }
}
