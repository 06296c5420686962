package dev.ephor.quickstart.issuer;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect issuer on loopback: discovery, keys and tokens in Entra's shape. A persona's
 * token comes from
 *
 * <pre>
 * curl -d grant_type=client_credentials -d client_id=alice -d client_secret=any -d scope=mfa {issuer}/token
 * </pre>
 *
 * with the scope `mfa`, `pwd` or `stale` ({@link SignIn}). The signing key is a new one with every
 * start.
 */
public final class OidcIssuer implements AutoCloseable {
    public static final String AUDIENCE = "api://ephor";
    public static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";

    static final String ID = "ephor";
    static final Duration LIFE = Duration.ofHours(1);

    private static final String ALGORITHM = "RS256";

    /** The library logs every refusal with its stack; the client is told, which is enough. */
    private static final Logger LIBRARY = Logger.getLogger("no.nav.security.mock.oauth2");

    private final MockOAuth2Server server;
    private final IssuerHttp http;
    private final PersonaTokens personas;

    private OidcIssuer(MockOAuth2Server server, IssuerHttp http, PersonaTokens personas) {
        this.server = server;
        this.http = http;
        this.personas = personas;
    }

    /**
     * @param port 0 for any free one
     */
    public static OidcIssuer start(int port, List<Persona> personas) {
        LIBRARY.setLevel(Level.OFF);
        PersonaTokens tokens = new PersonaTokens(TENANT, personas);
        IssuerHttp http = new IssuerHttp();
        // No keys from the library's file: anybody could sign with those.
        OAuth2TokenProvider provider =
                new OAuth2TokenProvider(new KeyProvider(List.of(), ALGORITHM));
        MockOAuth2Server server =
                new MockOAuth2Server(
                        new OAuth2Config(false, null, null, false, provider, Set.of(tokens), http));
        server.start(InetAddress.getLoopbackAddress(), port);
        return new OidcIssuer(server, http, tokens);
    }

    public int port() {
        return http.port();
    }

    /** `http://127.0.0.1:PORT/ephor`; a client must speak with it under this very name. */
    public String issuerUrl() {
        return "http://127.0.0.1:" + port() + "/" + ID;
    }

    public String jwksUrl() {
        return issuerUrl() + "/jwks";
    }

    public String tokenUrl() {
        return issuerUrl() + "/token";
    }

    /** A token of the persona of that name. */
    public String token(String personaName, SignIn signIn) {
        Instant now = Instant.now();
        return signed(personas.claims(personas.named(personaName), signIn, now), now, ID);
    }

    /**
     * A token of somebody signed in by a password, with some claims other than usual.
     *
     * @param principalId becomes `oid` and `sub`; need not be a persona's
     * @param claims instead of, or beside, the usual ones; instants as {@link Date} or seconds
     */
    public String token(String principalId, Map<String, Object> claims) {
        return signed(claims(principalId, claims), Instant.now(), ID);
    }

    /** The same, signed by a key that the issuer does not publish. */
    public String forgedToken(String principalId, Map<String, Object> claims) {
        return signed(claims(principalId, claims), Instant.now(), "stranger");
    }

    private Map<String, Object> claims(String principalId, Map<String, Object> other) {
        Map<String, Object> claims =
                personas.claims(personas.of(principalId), SignIn.PASSWORD, Instant.now());
        claims.putAll(other);
        return claims;
    }

    private String signed(Map<String, Object> claims, Instant now, String key) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", issuerUrl());
        all.put("aud", AUDIENCE);
        all.put("jti", UUID.randomUUID().toString());
        all.put("iat", Date.from(now));
        all.putAll(claims);
        return server.getConfig().getTokenProvider().jwt(all, LIFE, key).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
