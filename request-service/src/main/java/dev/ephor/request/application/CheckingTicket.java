package dev.ephor.request.application;

import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.domain.TicketStanding;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the ticket system that the policy names about a ticket, before anything is decided. */
@ApplicationScoped
public class CheckingTicket {
    private static final Logger LOG = Logger.getLogger(CheckingTicket.class);

    private final FindTerms terms;
    private final TicketSystems systems;

    CheckingTicket(FindTerms terms, TicketSystems systems) {
        this.terms = terms;
        this.systems = systems;
    }

    /** Empty where no ticket system is to be asked, or there is no ticket to ask about. */
    public Optional<TicketStanding> check(Wish wish) {
        Ticket ticket = wish.ticket();
        String number = ticket == null ? null : ticket.number();
        if (number == null || number.isBlank() || wish.action().isOfAdmin()) {
            return Optional.empty();
        }
        return terms.terms(wish.key())
                .flatMap(found -> Optional.ofNullable(found.policy().ticket()))
                .map(TicketRule::checkedBy)
                .map(system -> look(wish, system, number));
    }

    /** What cannot be asked has not answered: the rule refuses, and somebody is alarmed. */
    private TicketStanding look(Wish wish, String system, String number) {
        var key = wish.key();
        try {
            return systems.look(key.tenant(), system, number, key.principal());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The ticket system %s cannot be asked", system);
            return TicketStanding.UNREACHABLE;
        }
    }
}
