package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The suite against a real, foreign server; runs by {@code ./ephor keycloak} alone. */
@Tag("keycloak")
class KeycloakServerConformanceTest extends ConnectorConformance {

    @BeforeAll
    static void start() {
        Keycloak.running();
    }

    @Override
    protected ConnectorProvider provider() {
        return new ScimConnectorProvider();
    }

    @Override
    protected World world() {
        return new KeycloakSide(Map.of());
    }
}
