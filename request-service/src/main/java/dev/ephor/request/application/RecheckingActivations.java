package dev.ephor.request.application;

import dev.ephor.events.Assurance;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.KeepActivations.Planned;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Recheck;
import dev.ephor.request.domain.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was approved for later is looked at again just before it begins. */
@ApplicationScoped
public class RecheckingActivations {
    /** Time enough for the cancellation to be heard before the window opens. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    private static final int BATCH = 100;
    private static final Assurance NOBODY = new Assurance(null, List.of(), List.of(), null);

    private final ActivationDecider decider;
    private final FindTerms terms;
    private final KeepActivations activations;
    private final SayingRequests saying;
    private final Ids ids;

    RecheckingActivations(
            ActivationDecider decider,
            FindTerms terms,
            KeepActivations activations,
            SayingRequests saying,
            Ids ids) {
        this.decider = decider;
        this.terms = terms;
        this.activations = activations;
        this.saying = saying;
        this.ids = ids;
    }

    static Instant before(Instant start) {
        return start.minus(BEFORE);
    }

    @Transactional
    public List<Planned> due(Instant now) {
        return activations.toRecheck(now.plus(BEFORE), BATCH);
    }

    @Transactional
    public Optional<Instant> nextDue() {
        return activations.nextToRecheck().map(planned -> before(planned.start()));
    }

    /** Looks again at one, in a transaction of its own, so that one that fails stops no other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recheck(Planned planned, Instant now) {
        Held held = activations.lock(planned.key());
        if (!activations.recheck(planned.id())) {
            return;
        }
        var asking = new Asking(ids.next(), Command.EPHOR, NOBODY, false, false, now);
        var known = terms.circumstances(planned.key(), held.groups(now));
        var events = decider.decide(new Recheck(asking, planned.id(), known), held);
        saying.say(held, events, new Cause(planned.id(), null, null, now));
    }
}
