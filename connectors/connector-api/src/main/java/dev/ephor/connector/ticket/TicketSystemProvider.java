package dev.ephor.connector.ticket;

import dev.ephor.connector.ConnectorProvider.Settings;

/**
 * A kind of ticket system; found by {@link java.util.ServiceLoader}, so that no service names one.
 */
public interface TicketSystemProvider {

    /** The word that {@code ephor.yaml} uses for it, such as {@code http}. */
    String kind();

    /**
     * Opens a connection; does not call the system.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names it and
     *     the way out
     */
    TicketSystem open(Settings settings);
}
