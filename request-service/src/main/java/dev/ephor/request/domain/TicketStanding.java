package dev.ephor.request.domain;

/** What a ticket system says of a ticket. */
public enum TicketStanding {
    OPEN,
    UNKNOWN,
    CLOSED,
    /** It is there, and somebody else's. */
    NOT_YOURS,
    /** The ticket system did not say. */
    UNREACHABLE
}
