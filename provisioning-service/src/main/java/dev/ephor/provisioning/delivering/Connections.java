package dev.ephor.provisioning.delivering;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Redaction;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.application.DriftPolicies;
import dev.ephor.provisioning.delivering.Connection.Opening;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * One open connector for each target, opened when it is first used and again when its definition
 * changes. Kinds are found by ServiceLoader, secrets by the name that a setting gives.
 */
@Startup
@ApplicationScoped
class Connections {
    private final Catalog catalog;
    private final Config config;
    private final Map<String, ConnectorProvider> kinds = new TreeMap<>();
    private final Map<TargetId, Connection> open = new HashMap<>();

    Connections(Catalog catalog, Config config) {
        this.catalog = catalog;
        this.config = config;
        // The loader of whichever thread comes first may see other classes than these.
        ServiceLoader.load(ConnectorProvider.class, Connections.class.getClassLoader())
                .forEach(provider -> kinds.put(provider.kind(), provider));
    }

    synchronized Connection.Lease lease(TargetId target) {
        TargetDefined definition = definition(target);
        Connection connection = open.get(target);
        if (connection == null || !connection.isOf(definition)) {
            if (connection != null) {
                connection.retire();
            }
            connection = connect(target, definition);
            open.put(target, connection);
        }
        return connection.lease();
    }

    /**
     * A connection to what a definition says, for whoever only wants to know whether it works; it
     * is closed with its lease.
     */
    Connection.Lease trial(TargetDefined definition) {
        Connection connection =
                connect(new TargetId(definition.tenant(), definition.target()), definition);
        Connection.Lease lease = connection.lease();
        connection.retire();
        return lease;
    }

    /** Targets in use whose definition is no longer the one that they were opened with. */
    synchronized List<TargetId> redefined() {
        return open.keySet().stream().filter(this::isRedefined).toList();
    }

    @PreDestroy
    synchronized void close() {
        open.values().forEach(Connection::retire);
        open.clear();
    }

    private boolean isRedefined(TargetId target) {
        Connection connection = open.get(target);
        return connection != null && !connection.isOf(definition(target));
    }

    private @Nullable TargetDefined definition(TargetId target) {
        return catalog.target(target.tenant(), target.target()).orElse(null);
    }

    private Connection connect(TargetId target, @Nullable TargetDefined definition) {
        if (definition == null) {
            return Connection.faulty(
                    null,
                    "the target '%s' is not defined: define it in ephor.yaml under targets"
                            .formatted(target.target()));
        }
        ConnectorProvider provider = kinds.get(definition.kind());
        if (provider == null) {
            return Connection.faulty(
                    definition,
                    "the target '%s' is of kind '%s', for which this service has no connector; it has %s"
                            .formatted(target.target(), definition.kind(), kinds.keySet()));
        }
        return connect(definition, provider);
    }

    private Connection connect(TargetDefined definition, ConnectorProvider provider) {
        Set<String> secrets = ConcurrentHashMap.newKeySet();
        var settings =
                new Settings(
                        definition.target(), definition.settings(), name -> secret(name, secrets));
        try {
            DriftPolicies.of(definition.settings());
            Duration lag = settings.duration("lag", Duration.ZERO);
            return Connection.to(definition, provider.open(settings), new Opening(lag, secrets));
        } catch (IllegalArgumentException e) {
            return Connection.faulty(
                    definition, new Redaction(secrets).of(String.valueOf(e.getMessage())));
        }
    }

    /** Whatever is looked up is kept out of everything that is told of the target. */
    private @Nullable String secret(String name, Set<String> secrets) {
        String secret = config.getOptionalValue(name, String.class).orElse(null);
        if (secret != null) {
            secrets.add(secret);
        }
        return secret;
    }
}
