package dev.ephor.quickstart.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How somebody has signed in, as the claims `acr`, `amr` and `auth_time` say it (RFC 9470, RFC
 * 8176). Over HTTP the scopes `mfa`, `pwd` and `stale` ask for it.
 */
public enum SignIn {
    /** By a password, a moment ago. */
    PASSWORD(false, Duration.ZERO),
    /** By a password and a second factor, a moment ago. */
    MFA(true, Duration.ZERO),
    /** By a password and a second factor, but a day ago. */
    STALE_MFA(true, Duration.ofDays(1));

    /** The authentication context class of a sign-in with a second factor. */
    public static final String MFA_CLASS = "urn:ephor:acr:mfa";

    private final boolean secondFactor;
    private final Duration age;

    SignIn(boolean secondFactor, Duration age) {
        this.secondFactor = secondFactor;
        this.age = age;
    }

    static SignIn of(Collection<String> scopes) {
        if (scopes.contains("stale")) {
            return STALE_MFA;
        }
        return scopes.contains("mfa") ? MFA : PASSWORD;
    }

    Map<String, Object> claims(Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("auth_time", now.minus(age).getEpochSecond());
        claims.put("amr", secondFactor ? List.of("pwd", "mfa") : List.of("pwd"));
        if (secondFactor) {
            claims.put("acr", MFA_CLASS);
        }
        return claims;
    }
}
