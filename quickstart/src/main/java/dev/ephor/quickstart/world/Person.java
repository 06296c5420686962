package dev.ephor.quickstart.world;

import dev.ephor.quickstart.issuer.Persona;
import java.util.List;

/**
 * Somebody of the scenario.
 *
 * @param name by which a token is asked for, such as {@code user-a}
 * @param id object id in the directory
 * @param roles Ephor's app roles; empty for ordinary people
 */
public record Person(
        String name, String id, String givenName, String familyName, List<String> roles) {

    public String displayName() {
        return givenName + " " + familyName;
    }

    public String userName() {
        return name.replace('-', '.') + "@example.com";
    }

    Persona persona() {
        return new Persona(name, id, userName(), roles);
    }
}
