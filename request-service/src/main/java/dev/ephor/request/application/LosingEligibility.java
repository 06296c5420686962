package dev.ephor.request.application;

import dev.ephor.events.Assurance;
import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Drop;
import dev.ephor.request.domain.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Cancels what is pending or scheduled and hangs on an eligibility that is gone; in the transaction
 * in which it goes. What is active is ended by membership-service, which hears the same.
 */
@ApplicationScoped
public class LosingEligibility {
    private static final Assurance NOBODY = new Assurance(null, List.of(), List.of(), null);

    private final ActivationDecider decider;
    private final KeepActivations activations;
    private final SayingRequests saying;

    LosingEligibility(
            ActivationDecider decider, KeepActivations activations, SayingRequests saying) {
        this.decider = decider;
        this.activations = activations;
        this.saying = saying;
    }

    /** Takes the principal's lock; who hears of several in one transaction sorts them by key. */
    public void hear(EligibilityEvent event, Cause cause) {
        switch (event) {
            case EligibilityRemoved e ->
                    lost(e, "The eligibility was taken away: " + e.reason(), cause);
            case EligibilityExpired e ->
                    lost(e, "The eligibility ended at " + e.end() + ".", cause);
            default -> {}
        }
    }

    private void lost(OfEligibility event, String reason, Cause cause) {
        Held held = activations.lock(event.key());
        String id = DeterministicId.of("lost", event.eligibilityId());
        var asking = new Asking(id, Command.EPHOR, NOBODY, false, false, cause.at());
        var drop =
                new Drop(
                        asking,
                        a -> event.eligibilityId().equals(a.request().eligibilityId()),
                        reason,
                        false);
        saying.say(held, decider.decide(drop, held), cause);
    }
}
