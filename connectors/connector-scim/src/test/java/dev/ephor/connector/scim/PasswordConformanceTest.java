package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** The same for an application that knows us by user and password. */
class PasswordConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.PLAIN, new Entrance.ByPassword(), Map.of());
    }
}
