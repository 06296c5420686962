package dev.ephor.connector.memory;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/**
 * Opens connectors onto a {@link MemoryWorld}. Settings: {@code world}, the world's name; {@code
 * tokenRef}, optional, the secret that the world may demand.
 */
public final class MemoryConnectorProvider implements ConnectorProvider {

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Connector open(Settings settings) {
        String token = settings.optional("tokenRef").isPresent() ? settings.secret("tokenRef") : "";
        return new MemoryConnector(MemoryWorld.named(settings.required("world")), token);
    }
}
