package dev.ephor.request.domain;

import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.decider.Decider;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.Command.Submit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is asked of one membership key. A dry run is this very decision with its events left
 * unsaid.
 */
public final class ActivationDecider implements Decider<Command, Held, RequestEvent> {
    private final List<Rule> rules;

    public ActivationDecider() {
        this(Rules.ALL);
    }

    ActivationDecider(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * One event for a {@link Submit}; none for a {@link Deactivate} of what is not there or is not
     * one's own.
     */
    @Override
    public List<RequestEvent> decide(Command command, Held held) {
        return switch (command) {
            case Submit submit -> List.of(decide(submit, Analysis.of(rules, submit, held)));
            case Deactivate deactivate -> decide(deactivate, held);
        };
    }

    @Override
    public Held evolve(Held held, RequestEvent event) {
        return held.after(event);
    }

    private static RequestEvent decide(Submit submit, Analysis analysis) {
        return analysis.accepts() ? requested(submit) : refused(submit, analysis);
    }

    private static List<RequestEvent> decide(Deactivate deactivate, Held held) {
        if (!deactivate.asking().by().equals(deactivate.key().principal())) {
            return List.of();
        }
        return held.live(deactivate.asking().now()).stream()
                .<RequestEvent>map(live -> givenBack(deactivate, live))
                .toList();
    }

    private static ActivationRequested requested(Submit submit) {
        var asking = submit.asking();
        // The rule of eligibility has seen both.
        Eligibility eligibility = Objects.requireNonNull(submit.eligibility());
        return new ActivationRequested(
                submit.key(),
                asking.id(),
                RequestAction.SELF_ACTIVATE,
                submit.key().principal(),
                eligibility.id(),
                null,
                asking.assurance(),
                submit.wish().justification(),
                submit.wish().ticket(),
                asking.now(),
                later(submit),
                submit.duration(),
                eligibility.end(),
                Objects.requireNonNull(submit.policy()));
    }

    /** A start that has passed means: as soon as approved. */
    private static @Nullable Instant later(Submit submit) {
        return submit.start().isAfter(submit.asking().now()) ? submit.start() : null;
    }

    private static ActivationRefused refused(Submit submit, Analysis analysis) {
        var asking = submit.asking();
        return new ActivationRefused(
                submit.key(),
                asking.id(),
                RequestAction.SELF_ACTIVATE,
                asking.by(),
                asking.assurance(),
                submit.wish().justification(),
                submit.wish().ticket(),
                asking.now(),
                analysis.violated(),
                analysis.broken());
    }

    private static DeactivationRequested givenBack(Deactivate deactivate, Activation live) {
        var asking = deactivate.asking();
        return new DeactivationRequested(
                deactivate.key(),
                live.id(),
                asking.id(),
                asking.by(),
                deactivate.justification(),
                asking.now());
    }
}
