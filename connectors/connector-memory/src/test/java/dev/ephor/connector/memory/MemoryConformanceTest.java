package dev.ephor.connector.memory;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;

class MemoryConformanceTest extends ConnectorConformance {

    @Override
    protected ConnectorProvider provider() {
        return new MemoryConnectorProvider();
    }

    @Override
    protected World world() {
        return new MemorySide();
    }
}
