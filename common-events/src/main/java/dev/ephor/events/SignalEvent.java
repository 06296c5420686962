package dev.ephor.events;

import java.time.Instant;

/** {@code ephor.signals} (written by other systems): what the world outside tells Ephor. */
public sealed interface SignalEvent extends Event.AboutMembership {

    /**
     * Ends every live and scheduled activation of the key.
     *
     * @param requestedBy who or what asks, for the log
     * @param reason one sentence, for the log
     */
    @EventType("dev.ephor.signal.revoke-access.v1")
    record RevokeAccess(MembershipKey key, String requestedBy, String reason, Instant requestedAt)
            implements SignalEvent {}
}
