package dev.ephor.quickstart.issuer;

import java.util.List;

/**
 * Somebody whom the issuer knows.
 *
 * @param name the `client_id` by which a token of this person is asked for, such as `alice`
 * @param principalId the object id in the directory; the token's `oid` and `sub`
 * @param userName the token's `preferred_username`
 * @param roles Ephor's app roles, such as `Ephor.Admin`; empty for ordinary people
 */
public record Persona(String name, String principalId, String userName, List<String> roles) {
    public Persona {
        roles = List.copyOf(roles);
    }
}
