package dev.ephor.request.application;

import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.RequestAction;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.CancelingRequest.Named;
import dev.ephor.request.application.FindKept.Kept;
import dev.ephor.request.application.SayingEligibility.Said;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityCommand.Deny;
import dev.ephor.request.domain.EligibilityDecider;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.Span;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An admin decides what a holder asked for: more time, or another time. */
@ApplicationScoped
public class DecidingEligibility {
    private final FindKept requests;
    private final FindTerms terms;
    private final KeepEligibilities eligibilities;
    private final SayingEligibility saying;
    private final Ids ids;

    DecidingEligibility(
            FindKept requests,
            FindTerms terms,
            KeepEligibilities eligibilities,
            SayingEligibility saying,
            Ids ids) {
        this.requests = requests;
        this.terms = terms;
        this.eligibilities = eligibilities;
        this.saying = saying;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** It is not there, or is none of the caller's business. */
        record NotFound() implements Outcome {}

        /** The caller may see it, and not decide it. */
        record NotAllowed() implements Outcome {}

        /** Somebody else was faster. */
        record Decided() implements Outcome {}

        /** What was asked for is not possible any more. */
        record Refused(EligibilityRefused event) implements Outcome {}
    }

    /**
     * @param reason of a grant, its justification; null: none given
     */
    @Transactional
    public Outcome decide(
            Asking asking,
            Named named,
            boolean grants,
            @Nullable String reason,
            @Nullable String traceparent) {
        Optional<Kept> found = requests.request(named.tenant(), named.id());
        if (found.isEmpty() || !found.get().isOfEligibility()) {
            return new Outcome.NotFound();
        }
        Kept kept = found.get();
        Circumstances known = terms.circumstances(kept.key(), Set.of());
        String holder = kept.key().principal();
        if (!EligibilityDecider.mayDecide(asking, known, holder)) {
            return asking.by().equals(holder) ? new Outcome.NotAllowed() : new Outcome.NotFound();
        }
        EligibilityRequest pending = eligibilities.lock(kept.key()).pending();
        if (pending == null || !pending.id().equals(kept.id())) {
            return new Outcome.Decided();
        }
        Cause cause = SayingRequests.cause(asking, traceparent);
        return grants
                ? granted(saying.decide(grant(asking, pending, reason, known), cause))
                : denied(new Deny(asking, kept.key(), kept.id(), reason, known), cause);
    }

    private Outcome denied(Deny deny, Cause cause) {
        saying.decide(deny, cause);
        return new Outcome.Done();
    }

    private static Outcome granted(Said said) {
        return said.events().getFirst() instanceof EligibilityRefused refused
                ? new Outcome.Refused(refused)
                : new Outcome.Done();
    }

    /** As the admin would extend or renew it by a request of their own. */
    private Ask grant(
            Asking asking,
            EligibilityRequest pending,
            @Nullable String reason,
            Circumstances known) {
        Span span = pending.end() == null ? new Span.Endless() : new Span.Until(pending.end());
        RequestAction action =
                pending.action() == RequestAction.SELF_EXTEND
                        ? RequestAction.ADMIN_EXTEND
                        : RequestAction.ADMIN_RENEW;
        var wish = new Wish(action, pending.key(), pending.start(), span, reason, pending.ticket());
        return new Ask(asking, wish, known, ids.next());
    }
}
