package dev.ephor.connector.tickets;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.ticket.TicketSystem;
import dev.ephor.connector.ticket.TicketSystemProvider;

/** The kind {@code http}; {@link TicketPage} has its settings. */
public final class HttpTicketProvider implements TicketSystemProvider {
    @Override
    public String kind() {
        return "http";
    }

    @Override
    public TicketSystem open(Settings settings) {
        return new HttpTickets(TicketPage.of(settings));
    }
}
