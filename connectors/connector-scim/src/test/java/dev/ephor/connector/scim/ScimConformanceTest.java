package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;
import java.util.Map;

class ScimConformanceTest extends ConnectorConformance {

    @Override
    protected ConnectorProvider provider() {
        return new ScimConnectorProvider();
    }

    @Override
    protected World world() {
        return new AppSide(Map.of());
    }
}
