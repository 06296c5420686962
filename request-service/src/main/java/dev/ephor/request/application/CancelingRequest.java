package dev.ephor.request.application;

import dev.ephor.request.application.FindKept.Kept;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Cancel;
import dev.ephor.request.domain.EligibilityCommand.Withdraw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request is withdrawn before anything came of it: by who asked, whom it is for, or an admin. */
@ApplicationScoped
public class CancelingRequest {
    private final FindKept requests;
    private final FindTerms terms;
    private final ActivationDecider decider;
    private final KeepActivations activations;
    private final SayingRequests saying;
    private final SayingEligibility eligibility;

    CancelingRequest(
            FindKept requests,
            FindTerms terms,
            ActivationDecider decider,
            KeepActivations activations,
            SayingRequests saying,
            SayingEligibility eligibility) {
        this.requests = requests;
        this.terms = terms;
        this.decider = decider;
        this.activations = activations;
        this.saying = saying;
        this.eligibility = eligibility;
    }

    /** What came of it. */
    public enum Outcome {
        CANCELED,
        /** It is not there, or is none of the caller's business. */
        NOT_FOUND,
        /** It is no longer pending. */
        TOO_LATE
    }

    /**
     * @param ofEligibility which of the two lists it was named in
     */
    @Transactional
    public Outcome cancel(
            Asking asking, Named named, boolean ofEligibility, @Nullable String traceparent) {
        Optional<Kept> found =
                requests.request(named.tenant(), named.id())
                        .filter(kept -> kept.isOfEligibility() == ofEligibility);
        if (found.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        Kept kept = found.get();
        Circumstances known = terms.circumstances(kept.key(), Set.of());
        boolean related =
                asking.by().equals(kept.key().principal())
                        || asking.by().equals(kept.requestedBy())
                        || known.administeredBy(asking);
        if (!related) {
            return Outcome.NOT_FOUND;
        }
        boolean done =
                ofEligibility
                        ? withdraw(asking, kept, known, traceparent)
                        : kept.isActivation() && cancel(asking, kept, known, traceparent);
        return done ? Outcome.CANCELED : Outcome.TOO_LATE;
    }

    /** A request by its id. */
    public record Named(String tenant, String id) {}

    private boolean cancel(
            Asking asking, Kept kept, Circumstances known, @Nullable String traceparent) {
        var held = activations.lock(kept.key());
        var events = decider.decide(new Cancel(asking, kept.id(), known), held);
        saying.say(held, events, SayingRequests.cause(asking, traceparent));
        return !events.isEmpty();
    }

    private boolean withdraw(
            Asking asking, Kept kept, Circumstances known, @Nullable String traceparent) {
        var command = new Withdraw(asking, kept.key(), kept.id(), known);
        return eligibility.decide(command, SayingRequests.cause(asking, traceparent)).isSaid();
    }
}
