package dev.ephor.request.application;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.domain.EligibilityCommand;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import dev.ephor.request.domain.EligibilityDecider;
import dev.ephor.request.domain.EligibilityOutcomes;
import dev.ephor.request.domain.Eligible;
import dev.ephor.request.domain.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Decides about eligibilities, keeps and says it; always inside a transaction of the caller's. */
@ApplicationScoped
class SayingEligibility {
    private final EligibilityDecider decider;
    private final KeepEligibilities eligibilities;
    private final LosingEligibility losing;
    private final Journal journal;
    private final Event<EligibilityChanged> changed;

    SayingEligibility(
            EligibilityDecider decider,
            KeepEligibilities eligibilities,
            LosingEligibility losing,
            Journal journal,
            Event<EligibilityChanged> changed) {
        this.decider = decider;
        this.eligibilities = eligibilities;
        this.losing = losing;
        this.journal = journal;
        this.changed = changed;
    }

    /**
     * What was decided.
     *
     * @param before as it was, with what had ended by then ended
     */
    record Said(List<EligibilityEvent> events, Eligible before, Eligible after) {
        boolean isSaid() {
            return !events.isEmpty();
        }
    }

    Said decide(EligibilityCommand command, Cause cause) {
        Eligible known = passed(eligibilities.lock(command.key()), command.key(), cause);
        List<EligibilityEvent> events = decider.decide(command, known);
        return new Said(events, known, take(known, events, cause));
    }

    Said rehearse(EligibilityCommand command, Cause cause) {
        Eligible known = eligibilities.look(command.key());
        Eligible now =
                decider.replay(known, decider.decide(new Pass(command.key(), cause.at()), known));
        List<EligibilityEvent> events = decider.decide(command, now);
        return new Said(events, now, decider.replay(now, events));
    }

    /** What ended by itself has ended, also before the timer has come by. */
    private Eligible passed(Eligible known, MembershipKey key, Cause cause) {
        return take(known, decider.decide(new Pass(key, cause.at()), known), cause);
    }

    private Eligible take(Eligible known, List<EligibilityEvent> events, Cause cause) {
        Eligible state = known;
        var entries = new ArrayList<Journal.Entry>();
        for (EligibilityEvent event : events) {
            Eligible after = decider.evolve(state, event);
            entries.add(entry(event, after, cause));
            EligibilityOutcomes.of(state, event, cause.at()).ifPresent(eligibilities::save);
            losing.hear(event, cause);
            state = after;
        }
        journal.appendAll(entries);
        if (state.live() != null && !events.isEmpty()) {
            Warning.due(state.live().end(), state.warned())
                    .ifPresent(due -> changed.fire(new EligibilityChanged(due)));
        }
        return state;
    }

    private Journal.Entry entry(EligibilityEvent event, Eligible after, Cause cause) {
        return switch (event) {
            case EligibilityRefused refused ->
                    new Journal.Entry("request/" + refused.requestId(), 0, List.of(event), cause);
            case OfEligibility of ->
                    new Journal.Entry(
                            "eligibility/" + of.eligibilityId(),
                            eligibilities.take(of, after, cause.at()),
                            List.of(event),
                            cause);
        };
    }
}
