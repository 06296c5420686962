/** Ticket systems that answer a GET of one ticket with JSON, as most of them do. */
@NullMarked
package dev.ephor.connector.tickets;

import org.jspecify.annotations.NullMarked;
