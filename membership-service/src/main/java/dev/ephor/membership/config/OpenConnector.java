package dev.ephor.membership.config;

import dev.ephor.connector.Connector;
import dev.ephor.events.CatalogEvent.DirectoryDefined;

/**
 * A connector with the definition that it was opened from. It is closed when it is retired and the
 * last call that uses it is over.
 */
final class OpenConnector {
    private final DirectoryDefined definition;
    private final Connector connector;
    private int users;
    private boolean retired;

    OpenConnector(DirectoryDefined definition, Connector connector) {
        this.definition = definition;
        this.connector = connector;
    }

    boolean isOf(DirectoryDefined defined) {
        return definition.equals(defined);
    }

    Connector connector() {
        return connector;
    }

    /**
     * @return false when it is retired: another one is to be opened
     */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    synchronized void leave() {
        users--;
        closeIfUnused();
    }

    synchronized void retire() {
        retired = true;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (retired && users == 0) {
            connector.close();
        }
    }
}
