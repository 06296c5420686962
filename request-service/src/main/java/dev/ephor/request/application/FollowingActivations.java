package dev.ephor.request.application;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.DriftEvent;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.TargetDriftEvent;
import dev.ephor.events.TargetEvent;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes in what the other services say of activations. */
@ApplicationScoped
public class FollowingActivations {
    private final KeepActivations activations;
    private final Responding responding;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<RecheckPlanned> planned;

    FollowingActivations(
            KeepActivations activations,
            Responding responding,
            Clock clock,
            jakarta.enterprise.event.Event<RecheckPlanned> planned) {
        this.activations = activations;
        this.responding = responding;
        this.clock = clock;
        this.planned = planned;
    }

    /** Any number of events in one load and one flush; to be called inside a transaction. */
    public void follow(List<Envelope<? extends Event>> events) {
        // Sorted, so that two instances that lock the same rows lock them in the same order.
        Map<String, List<Envelope<? extends Event>>> byActivation = new TreeMap<>();
        for (Envelope<? extends Event> event : events) {
            String activation = activationOf(event.data());
            if (activation != null) {
                byActivation.computeIfAbsent(activation, _ -> new ArrayList<>()).add(event);
            }
        }
        var gone = new ArrayList<String>();
        for (Activation known : activations.lock(byActivation.keySet())) {
            Activation after = known;
            for (Envelope<? extends Event> event :
                    byActivation.getOrDefault(known.id(), List.of())) {
                after = after.hear(event.data(), event.time());
            }
            if (!after.equals(known)) {
                activations.save(after);
                plan(known, after);
                if (after.isGoneByForce()) {
                    gone.add(after.id());
                }
            }
        }
        if (!gone.isEmpty()) {
            responding.confirmed(gone, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** What begins later is looked at again then. */
    private void plan(Activation before, Activation after) {
        Window window = after.window();
        if (before.window() == null && window != null && after.opensLater()) {
            planned.fire(new RecheckPlanned(RecheckingActivations.before(window.start())));
        }
    }

    private static @Nullable String activationOf(Event event) {
        return switch (event) {
            case ApprovalEvent e -> e.activationId();
            case OfActivation e -> e.activationId();
            case DriftEvent _ -> null;
            case ProvisioningEvent.OfActivation e -> e.activationId();
            case TargetDriftEvent _, TargetEvent _ -> null;
            default ->
                    throw new IllegalArgumentException(
                            event.getClass().getSimpleName() + " is about no activation");
        };
    }
}
