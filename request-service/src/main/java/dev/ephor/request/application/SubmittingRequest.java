package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.application.FindTerms.Terms;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Submit;
import dev.ephor.request.domain.Held;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody asks for a window; it is requested or refused, and either is said. */
@ApplicationScoped
public class SubmittingRequest {
    private final ActivationDecider decider;
    private final FindTerms terms;
    private final KeepActivations activations;
    private final Journal journal;

    SubmittingRequest(
            ActivationDecider decider,
            FindTerms terms,
            KeepActivations activations,
            Journal journal) {
        this.decider = decider;
        this.terms = terms;
        this.activations = activations;
        this.journal = journal;
    }

    /** Decides, keeps and says. */
    @Transactional
    public Decided submit(Asking asking, Wish wish, @Nullable String traceparent) {
        Held held = activations.lock(wish.key());
        Decided decided = decide(asking, wish, held);
        if (decided.event() instanceof ActivationRequested requested) {
            activations.add(Activation.of(requested));
        }
        var cause = new Cause(asking.id(), null, traceparent, asking.now());
        journal.append("request/" + asking.id(), 0, List.of(decided.event()), cause);
        return decided;
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Decided rehearse(Asking asking, Wish wish) {
        return decide(asking, wish, activations.look(wish.key()));
    }

    private Decided decide(Asking asking, Wish wish, Held held) {
        Terms known = terms.terms(wish.key());
        var submit = new Submit(asking, wish, known.policy(), known.eligibility());
        RequestEvent event = decider.decide(submit, held).getFirst();
        boolean related = known.eligibility() != null || !held.activations().isEmpty();
        return new Decided(event, known.policy(), related);
    }
}
