package dev.ephor.request.domain;

import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.Ticket;
import org.jspecify.annotations.Nullable;

/** The ticket that the policy asks for is named. */
final class TicketMustBeGiven implements Rule.OfPolicy {
    @Override
    public String name() {
        return RuleNames.TICKETING;
    }

    @Override
    public @Nullable String objection(Policy policy, Request request) {
        return policy.ticket() == null || isGiven(request.wish().ticket())
                ? null
                : "A ticket is needed: give ticketInfo.ticketNumber.";
    }

    static boolean isGiven(@Nullable Ticket ticket) {
        return ticket != null && ticket.number() != null && !ticket.number().isBlank();
    }
}
