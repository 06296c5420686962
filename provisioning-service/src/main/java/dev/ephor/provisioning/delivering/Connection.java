package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Connector;
import dev.ephor.events.CatalogEvent.TargetDefined;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connector as one definition of a target opened it, or why it could not be opened. Closed once
 * it is replaced and nobody uses it any more.
 */
final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final @Nullable TargetDefined definition;
    private final @Nullable Connector connector;
    private final String fault;
    private final Opening opening;
    private int users;
    private boolean retired;

    private Connection(
            @Nullable TargetDefined definition,
            @Nullable Connector connector,
            String fault,
            Opening opening) {
        this.definition = definition;
        this.connector = connector;
        this.fault = fault;
        this.opening = opening;
    }

    static Connection to(TargetDefined definition, Connector connector, Opening opening) {
        return new Connection(definition, connector, "", opening);
    }

    static Connection faulty(@Nullable TargetDefined definition, String fault) {
        return new Connection(definition, null, fault, Opening.NOTHING);
    }

    /**
     * What is known beside the connector.
     *
     * @param lag how long the target may take to show what it accepted
     * @param secrets that must not be read in anything that is told of the target
     */
    record Opening(Duration lag, Set<String> secrets) {
        static final Opening NOTHING = new Opening(Duration.ZERO, Set.of());
    }

    boolean isOf(@Nullable TargetDefined other) {
        return definition == null ? other == null : definition.equals(other);
    }

    synchronized Lease lease() {
        users++;
        return new Lease(connector, fault, opening, this::release);
    }

    synchronized void retire() {
        retired = true;
        closeIfUnused();
    }

    private synchronized void release() {
        users--;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (!retired || users > 0 || connector == null) {
            return;
        }
        try {
            connector.close();
        } catch (RuntimeException e) {
            // Its text may quote a secret, so it is left out.
            LOG.warnf("A connector failed to close: %s", e.getClass().getName());
        }
    }

    /**
     * The right to use a connection for one exchange.
     *
     * @param connector null where there is none
     * @param fault why there is none
     */
    record Lease(@Nullable Connector connector, String fault, Opening opening, Runnable release)
            implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }
}
