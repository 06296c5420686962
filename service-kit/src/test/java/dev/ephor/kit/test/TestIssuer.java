package dev.ephor.kit.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Tokens in Entra's shape that the services under test accept, and some that they must not. */
public final class TestIssuer {
    public static final String ISSUER = "https://issuer.test/ephor";
    public static final String AUDIENCE = "api://ephor";
    public static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";
    public static final String MFA = "urn:ephor:acr:mfa";

    private static final KeyPair KEYS = keys();
    private static final KeyPair STRANGERS_KEYS = keys();

    private TestIssuer() {}

    /** A token of somebody who signed in with a password a moment ago. */
    public static String token(String principal, String... roles) {
        return sign(claims(principal, roles).claim("amr", List.of("pwd")));
    }

    /** A token of somebody who signed in with a second factor a moment ago. */
    public static String strongToken(String principal, String... roles) {
        return strongToken(principal, Instant.now(), roles);
    }

    /** The same, signed in at an instant. */
    public static String strongToken(String principal, Instant signedIn, String... roles) {
        return sign(
                claims(principal, roles)
                        .claim("amr", List.of("pwd", "mfa"))
                        .claim("acr", MFA)
                        .claim("auth_time", signedIn.getEpochSecond()));
    }

    /** A token of an application without a user (Entra: {@code idtyp} is {@code app}). */
    public static String applicationToken(String application, String... roles) {
        return sign(claims(application, roles).claim("idtyp", "app"));
    }

    /** The claims of a token, to be changed and signed by hand. */
    public static JwtClaimsBuilder claims(String principal, String... roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(principal)
                .claim("oid", principal)
                .claim("tid", TENANT)
                .claim("roles", List.of(roles))
                .claim("auth_time", Instant.now().getEpochSecond())
                .expiresIn(Duration.ofHours(1));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(KEYS.getPrivate());
    }

    /** Signed by a key that the services do not know. */
    public static String signByStranger(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(STRANGERS_KEYS.getPrivate());
    }

    /** The key that the services know. */
    public static PublicKey publicKey() {
        return KEYS.getPublic();
    }

    /** A key that they do not know. */
    public static PrivateKey strangersKey() {
        return STRANGERS_KEYS.getPrivate();
    }

    /** Where a service finds the keys: a JWKS file. */
    static String keysLocation() {
        try {
            Path file = Files.createTempFile("ephor-test-jwks", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, jwks((RSAPublicKey) KEYS.getPublic()));
            return file.toUri().toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String jwks(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(java.math.BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
