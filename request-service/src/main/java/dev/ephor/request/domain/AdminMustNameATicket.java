package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import org.jspecify.annotations.Nullable;

/** The ticket that the policy asks of an admin. */
final class AdminMustNameATicket implements Rule.OfAdmin {
    @Override
    public String name() {
        return RuleNames.TICKETING;
    }

    @Override
    public @Nullable String objection(AdminRules rules, Asked request) {
        return !rules.ticketRequired() || TicketMustBeGiven.isGiven(request.wish().ticket())
                ? null
                : "A ticket is needed: give ticketInfo.ticketNumber.";
    }
}
