package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** An application with the manners of Google Cloud Identity. */
class GoogleProfileConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.GOOGLE, new Entrance.ByToken(), Map.of("profile", "google"));
    }
}
