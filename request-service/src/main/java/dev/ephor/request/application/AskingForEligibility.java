package dev.ephor.request.application;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.SayingEligibility.Said;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityOutcomes;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.Eligible;
import dev.ephor.request.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody gives, changes or takes away an eligibility, or asks for more of it. */
@ApplicationScoped
public class AskingForEligibility {
    private final SayingEligibility saying;
    private final KeepEligibilities eligibilities;
    private final FindTerms terms;
    private final Ids ids;

    AskingForEligibility(
            SayingEligibility saying, KeepEligibilities eligibilities, FindTerms terms, Ids ids) {
        this.saying = saying;
        this.eligibilities = eligibilities;
        this.terms = terms;
        this.ids = ids;
    }

    /**
     * What came of it.
     *
     * @param request empty: it was refused
     * @param refused empty: it was accepted
     * @param isRelated whether the answer may show that the group exists
     */
    public record Answered(
            Optional<EligibilityRequest> request,
            Optional<EligibilityRefused> refused,
            boolean isRelated) {}

    /** Decides, keeps and says. */
    @Transactional
    public Answered ask(Asking asking, Wish wish, @Nullable String traceparent) {
        Circumstances known = terms.circumstances(wish.key(), Set.of());
        var command = new Ask(asking, wish, known, ids.next());
        Cause cause = SayingRequests.cause(asking, traceparent);
        Answered answered = answered(command, saying.decide(command, cause));
        answered.request().ifPresent(eligibilities::add);
        return answered;
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Answered rehearse(Asking asking, Wish wish) {
        Circumstances known = terms.circumstances(wish.key(), Set.of());
        var command = new Ask(asking, wish, known, ids.next());
        return answered(command, saying.rehearse(command, SayingRequests.cause(asking, null)));
    }

    private static Answered answered(Ask command, Said said) {
        Circumstances known = command.circumstances();
        Eligible before = said.before();
        boolean related =
                before.live() != null
                        || before.past() != null
                        || known.administeredBy(command.asking());
        EligibilityEvent first = said.events().getFirst();
        return first instanceof EligibilityRefused refused
                ? new Answered(Optional.empty(), Optional.of(refused), related)
                : new Answered(
                        Optional.of(
                                EligibilityOutcomes.asked(command, said.events(), said.after())),
                        Optional.empty(),
                        related);
    }
}
