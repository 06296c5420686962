package dev.ephor.quickstart.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.extensions.NimbusExtensionsKt;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in a token: for a `client_id` over HTTP the persona of that name, signed in as the
 * scopes ask.
 */
final class PersonaTokens implements OAuth2TokenCallback {
    private final Map<String, Persona> byName = new LinkedHashMap<>();
    private final String tenantId;

    PersonaTokens(String tenantId, List<Persona> personas) {
        this.tenantId = tenantId;
        personas.forEach(persona -> byName.put(persona.name(), persona));
    }

    Map<String, Object> claims(Persona persona, SignIn signIn, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>(signIn.claims(now));
        claims.put("sub", persona.principalId());
        claims.put("oid", persona.principalId());
        claims.put("tid", tenantId);
        claims.put("preferred_username", persona.userName());
        claims.put("roles", persona.roles());
        return claims;
    }

    Persona named(String name) {
        Persona persona = byName.get(name);
        if (persona == null) {
            String message = "client_id '" + name + "' is no persona; there are " + byName.keySet();
            throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT.setDescription(message), message);
        }
        return persona;
    }

    /** The persona of that object id, or one of whom nothing more is known. */
    Persona of(String principalId) {
        return byName.values().stream()
                .filter(persona -> persona.principalId().equalsIgnoreCase(principalId))
                .findFirst()
                .orElseGet(() -> new Persona(principalId, principalId, principalId, List.of()));
    }

    @Override
    public String issuerId() {
        return OidcIssuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return asking(request).principalId();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(OidcIssuer.AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        List<String> scopes =
                request.getScope() == null ? List.of() : request.getScope().toStringList();
        return claims(asking(request), SignIn.of(scopes), Instant.now());
    }

    @Override
    public long tokenExpiry() {
        return OidcIssuer.LIFE.toSeconds();
    }

    private Persona asking(TokenRequest request) {
        return named(NimbusExtensionsKt.clientIdAsString(request));
    }
}
