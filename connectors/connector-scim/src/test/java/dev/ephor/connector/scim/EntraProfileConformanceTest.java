package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** An application that knows Entra's own provisioning alone. */
class EntraProfileConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.ENTRA, new Entrance.ByToken(), Map.of("profile", "entra"));
    }
}
