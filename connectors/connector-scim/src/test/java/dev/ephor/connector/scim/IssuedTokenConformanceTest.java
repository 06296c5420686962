package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** The same for an application whose tokens an authorization server issues. */
class IssuedTokenConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.PLAIN, new Entrance.ByIssuedToken(new TokenIssuer()), Map.of());
    }
}
