package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.DeactivationRequested;
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
    private final SayingRequests saying;

    DeactivatingAccess(
            ActivationDecider decider, KeepActivations activations, SayingRequests saying) {
        this.decider = decider;
        this.activations = activations;
        this.saying = saying;
    }

    /** Decides, keeps and says; empty where there is nothing to give back. */
    @Transactional
    public Optional<DeactivationRequested> deactivate(
            Deactivate command, @Nullable String traceparent) {
        Held held = activations.lock(command.key());
        List<RequestEvent> decided = decider.decide(command, held);
        saying.say(held, decided, SayingRequests.cause(command.asking(), traceparent));
        return first(decided);
    }

    /** The same decision, of which nothing comes. */
    @Transactional
    public Optional<DeactivationRequested> rehearse(Deactivate command) {
        return first(decider.decide(command, activations.look(command.key())));
    }

    private static Optional<DeactivationRequested> first(List<RequestEvent> decided) {
        return decided.stream()
                .filter(DeactivationRequested.class::isInstance)
                .map(DeactivationRequested.class::cast)
                .findFirst();
    }
}
