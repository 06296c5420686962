package dev.ephor.request.application;

import dev.ephor.request.domain.TicketStanding;

/** The ticket systems that are asked about tickets. */
public interface TicketSystems {
    /**
     * Asks; outside of any transaction, because it may take a while.
     *
     * @param ticketSystem the configured ticket system's id
     * @param principal whose ticket it should be
     * @return never an exception for what the ticket system does not say: UNREACHABLE
     */
    TicketStanding look(String tenant, String ticketSystem, String number, String principal);
}
