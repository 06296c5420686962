package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Remove;
import dev.ephor.request.domain.Held;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An admin takes away what somebody holds or asked for. */
@ApplicationScoped
public class RemovingAccess {
    private final ActivationDecider decider;
    private final FindTerms terms;
    private final KeepActivations activations;
    private final SayingRequests saying;

    RemovingAccess(
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
     * What came of it.
     *
     * @param isAllowed whether the caller administers the group
     * @param event empty: nothing was there, or it is not allowed
     */
    public record Removed(boolean isAllowed, Optional<RevocationRequested> event) {}

    /** Decides, keeps and says. */
    @Transactional
    public Removed remove(Asking asking, Wish wish, @Nullable String traceparent) {
        Held held = activations.lock(wish.key());
        Circumstances known = terms.circumstances(wish.key(), Set.of());
        List<RequestEvent> events = decide(asking, wish, known, held);
        saying.say(held, events, SayingRequests.cause(asking, traceparent));
        return removed(asking, known, events);
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Removed rehearse(Asking asking, Wish wish) {
        Circumstances known = terms.circumstances(wish.key(), Set.of());
        return removed(asking, known, decide(asking, wish, known, activations.look(wish.key())));
    }

    private List<RequestEvent> decide(Asking asking, Wish wish, Circumstances known, Held held) {
        return decider.decide(new Remove(asking, wish.key(), wish.justification(), known), held);
    }

    private static Removed removed(Asking asking, Circumstances known, List<RequestEvent> events) {
        return new Removed(
                known.administeredBy(asking),
                events.stream()
                        .filter(RevocationRequested.class::isInstance)
                        .map(RevocationRequested.class::cast)
                        .findFirst());
    }
}
