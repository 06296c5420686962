package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Submit;
import dev.ephor.request.domain.Held;
import dev.ephor.request.domain.TicketStanding;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody asks for a window; it is requested or refused, and either is said. */
@ApplicationScoped
public class SubmittingRequest {
    private final ActivationDecider decider;
    private final FindTerms terms;
    private final KeepActivations activations;
    private final SayingRequests saying;

    SubmittingRequest(
            ActivationDecider decider,
            FindTerms terms,
            KeepActivations activations,
            SayingRequests saying) {
        this.decider = decider;
        this.terms = terms;
        this.activations = activations;
        this.saying = saying;
    }

    /**
     * Decides, keeps and says.
     *
     * @param ticket what the ticket system said before
     */
    @Transactional
    public Decided submit(
            Asking asking,
            Wish wish,
            Optional<TicketStanding> ticket,
            @Nullable String traceparent) {
        Held held = activations.lock(wish.key());
        Decided decided = decide(asking, wish, ticket, held);
        saying.say(held, List.of(decided.event()), SayingRequests.cause(asking, traceparent));
        return decided;
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Decided rehearse(Asking asking, Wish wish, Optional<TicketStanding> ticket) {
        return decide(asking, wish, ticket, activations.look(wish.key()));
    }

    private Decided decide(Asking asking, Wish wish, Optional<TicketStanding> ticket, Held held) {
        Circumstances known =
                terms.circumstances(wish.key(), held.groups(asking.now()))
                        .with(ticket.orElse(null));
        RequestEvent event = decider.decide(new Submit(asking, wish, known), held).getFirst();
        boolean related =
                known.eligibility() != null || held.has(wish.key()) || known.administeredBy(asking);
        return new Decided(event, known, related);
    }
}
