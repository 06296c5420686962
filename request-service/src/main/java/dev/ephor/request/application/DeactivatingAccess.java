package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody gives back what they hold or asked for. */
@ApplicationScoped
public class DeactivatingAccess {
    private final ActivationDecider decider;
    private final KeepActivations activations;
    private final Journal journal;

    DeactivatingAccess(ActivationDecider decider, KeepActivations activations, Journal journal) {
        this.decider = decider;
        this.activations = activations;
        this.journal = journal;
    }

    /** Decides, keeps and says; empty where there is nothing to give back. */
    @Transactional
    public Optional<DeactivationRequested> deactivate(
            Deactivate command, @Nullable String traceparent) {
        Held held = activations.lock(command.key());
        Optional<DeactivationRequested> decided = decide(command, held);
        decided.ifPresent(event -> keep(event, held, traceparent));
        return decided;
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Optional<DeactivationRequested> rehearse(Deactivate command) {
        return decide(command, activations.look(command.key()));
    }

    private Optional<DeactivationRequested> decide(Deactivate command, Held held) {
        return decider.decide(command, held).stream()
                .filter(DeactivationRequested.class::isInstance)
                .map(DeactivationRequested.class::cast)
                .findFirst();
    }

    private void keep(DeactivationRequested event, Held held, @Nullable String traceparent) {
        decider.evolve(held, event).activations().forEach(activations::save);
        activations.add(event);
        var cause = new Cause(event.activationId(), null, traceparent, event.requestedAt());
        journal.append("request/" + event.requestId(), 0, List.<RequestEvent>of(event), cause);
    }
}
