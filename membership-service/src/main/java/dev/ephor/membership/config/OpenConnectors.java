package dev.ephor.membership.config;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The connectors in use, one for each directory, opened again when its definition changes. */
final class OpenConnectors implements AutoCloseable {
    private final Map<String, ConnectorProvider> providers = new TreeMap<>();
    private final Map<String, OpenConnector> open = new ConcurrentHashMap<>();
    private final UnaryOperator<String> secrets;

    OpenConnectors(UnaryOperator<String> secrets) {
        this.secrets = secrets;
        ServiceLoader.load(ConnectorProvider.class, Thread.currentThread().getContextClassLoader())
                .forEach(provider -> providers.put(provider.kind(), provider));
    }

    /**
     * The connector of a directory, entered; the caller leaves it.
     *
     * @throws IllegalArgumentException when it cannot be opened; says why and the way out
     */
    OpenConnector enter(DirectoryDefined directory) {
        OpenConnector connector = current(directory);
        while (!connector.enter()) {
            connector = current(directory);
        }
        return connector;
    }

    @Override
    public void close() {
        open.values().forEach(OpenConnector::retire);
        open.clear();
    }

    private OpenConnector current(DirectoryDefined directory) {
        return open.compute(
                directory.partitionKey(), (_, existing) -> currentOr(existing, directory));
    }

    private OpenConnector currentOr(@Nullable OpenConnector existing, DirectoryDefined directory) {
        if (existing != null && existing.isOf(directory)) {
            return existing;
        }
        if (existing != null) {
            existing.retire();
        }
        return new OpenConnector(directory, provider(directory).open(settings(directory)));
    }

    private ConnectorProvider provider(DirectoryDefined directory) {
        ConnectorProvider provider = providers.get(directory.kind());
        if (provider == null) {
            throw new IllegalArgumentException(
                    "the directory '%s' is of kind '%s', for which there is no connector here (there are %s): mend its kind in ephor.yaml or add the connector"
                            .formatted(
                                    directory.directory(), directory.kind(), providers.keySet()));
        }
        return provider;
    }

    private ConnectorProvider.Settings settings(DirectoryDefined directory) {
        return new ConnectorProvider.Settings(directory.directory(), directory.settings(), secrets);
    }
}
