package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** An application with the manners of Keycloak. */
class KeycloakProfileConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.KEYCLOAK, new Entrance.ByToken(), Map.of("profile", "keycloak"));
    }
}
