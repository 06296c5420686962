package dev.ephor.provisioning.domain;

import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When an activation is active, when it has ended, and which drift is over with that. */
final class Concluding {
    private Concluding() {}

    static List<OfMembership> conclude(Provisioning state, Instant at) {
        var said = new ArrayList<OfMembership>(Drifting.superseded(state, at));
        for (Activation activation : state.activations()) {
            switch (activation.phase()) {
                case GRANTED -> {
                    if (state.isDelivered(activation.id())) {
                        said.add(new ActivationActive(state.key(), activation.id(), at));
                    }
                }
                case ENDING, CLOSED -> {
                    if (activation.isOver() || isGone(state, activation)) {
                        said.add(new ActivationEnded(state.key(), activation.id(), at));
                    }
                }
                case ACTIVE, ENDED -> {}
            }
        }
        return said;
    }

    /** Gone from the directory and from every target that had to be told. */
    private static boolean isGone(Provisioning state, Activation activation) {
        return state.removed() >= activation.generation() && state.isDelivered(activation.id());
    }
}
