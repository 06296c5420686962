package dev.ephor.connector.entra;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;

class EntraConformanceTest extends ConnectorConformance {

    @Override
    protected ConnectorProvider provider() {
        return new EntraConnectorProvider();
    }

    @Override
    protected World world() {
        return new EntraSide();
    }
}
