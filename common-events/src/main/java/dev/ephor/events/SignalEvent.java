package dev.ephor.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ephor.signals} (written by other systems): what the world outside tells Ephor. */
public sealed interface SignalEvent extends Event {

    /**
     * Ends every live and scheduled activation of the key.
     *
     * @param requestedBy who or what asks, for the log
     * @param reason one sentence, for the log
     */
    @EventType("dev.ephor.signal.revoke-access.v1")
    record RevokeAccess(MembershipKey key, String requestedBy, String reason, Instant requestedAt)
            implements SignalEvent, Event.AboutMembership {}

    /**
     * Ends every activation that was asked for with this ticket.
     *
     * @param system the ticket system as requesters name it; null: any
     * @param number the ticket's number
     * @param closedBy who or what closed it, for the log
     */
    @EventType("dev.ephor.signal.ticket-closed.v1")
    record TicketClosed(
            String tenant,
            @Nullable String system,
            String number,
            String closedBy,
            Instant closedAt)
            implements SignalEvent {
        @Override
        public String partitionKey() {
            return "ticket/" + tenant + "/" + number;
        }
    }
}
