package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import org.jspecify.annotations.Nullable;

/** The ticket system that the policy names knows the ticket, as open, and as the requester's. */
final class TicketMustBeOpen implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.TICKETING;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        Policy.TicketRule wanted = policy.ticket();
        if (wanted == null
                || wanted.checkedBy() == null
                || !TicketMustBeGiven.isGiven(request.wish().ticket())) {
            return null;
        }
        TicketStanding standing = request.circumstances().ticket();
        return switch (standing == null ? TicketStanding.UNREACHABLE : standing) {
            case OPEN -> null;
            case UNKNOWN -> "The ticket is not known to %s.".formatted(wanted.checkedBy());
            case CLOSED -> "The ticket is closed.";
            case NOT_YOURS -> "The ticket is somebody else's.";
            case UNREACHABLE -> throw new TicketSystemSilent();
        };
    }

    /** Nobody can say whether the ticket will do. */
    static final class TicketSystemSilent extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }
}
