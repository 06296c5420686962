package dev.ephor.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.signals} (written by other systems): what the world outside tells Ephor. Each is
 * signed by its producer; docs/signals.md says how.
 */
public sealed interface SignalEvent extends Event {
    /** Whose it is; a producer may speak for some tenants alone. */
    String tenant();

    /**
     * Ends every live and scheduled activation of one membership; the first form of {@link
     * RevokeAccess}.
     *
     * @param requestedBy who or what asks, for the log
     * @param reason one sentence, for the log
     */
    @EventType("dev.ephor.signal.revoke-access.v1")
    record RevokeMembership(
            MembershipKey key, String requestedBy, String reason, Instant requestedAt)
            implements SignalEvent, Event.AboutMembership {
        @Override
        public String tenant() {
            return key.tenant();
        }
    }

    /**
     * Ends every live and scheduled activation of the scope.
     *
     * @param suspend whether new ones are refused from now on
     * @param until when that ends; null: when somebody resumes
     * @param requestedBy who or what asks, for the log
     * @param reason one sentence, for the log
     */
    @EventType("dev.ephor.signal.revoke-access.v2")
    record RevokeAccess(
            Scope scope,
            boolean suspend,
            @Nullable Instant until,
            String requestedBy,
            String reason,
            Instant requestedAt)
            implements SignalEvent {
        public RevokeAccess {
            if (suspend) {
                scope.mustBeSuspendable();
            }
        }

        @Override
        public String tenant() {
            return scope.tenant();
        }

        @Override
        public String partitionKey() {
            return scope.toString();
        }
    }

    /**
     * Refuses new activations of the scope, and cancels those that have not begun. What is active
     * goes on.
     *
     * @param until when it ends; null: when somebody resumes
     */
    @EventType("dev.ephor.signal.suspend-access.v1")
    record SuspendAccess(
            Scope scope,
            @Nullable Instant until,
            String requestedBy,
            String reason,
            Instant requestedAt)
            implements SignalEvent {
        public SuspendAccess {
            scope.mustBeSuspendable();
        }

        @Override
        public String tenant() {
            return scope.tenant();
        }

        @Override
        public String partitionKey() {
            return scope.toString();
        }
    }

    /** Ends every suspension of exactly this scope. */
    @EventType("dev.ephor.signal.resume-access.v1")
    record ResumeAccess(Scope scope, String requestedBy, String reason, Instant requestedAt)
            implements SignalEvent {
        @Override
        public String tenant() {
            return scope.tenant();
        }

        @Override
        public String partitionKey() {
            return scope.toString();
        }
    }

    /**
     * Somebody left, or their account was closed: ends what they have and suspends them until
     * somebody resumes.
     *
     * @param deactivatedBy who or what did it, for the log
     */
    @EventType("dev.ephor.signal.principal-deactivated.v1")
    record PrincipalDeactivated(
            String tenant,
            String principal,
            String deactivatedBy,
            @Nullable String reason,
            Instant deactivatedAt)
            implements SignalEvent {
        public PrincipalDeactivated {
            Scope.principal(tenant, principal);
        }

        @Override
        public String partitionKey() {
            return Scope.principal(tenant, principal).toString();
        }
    }

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
