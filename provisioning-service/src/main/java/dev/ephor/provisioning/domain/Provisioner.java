package dev.ephor.provisioning.domain;

import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.decider.Decider;
import dev.ephor.provisioning.domain.ProvisioningCommand.Conclude;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Decides what is said about a membership at its targets. */
public final class Provisioner
        implements Decider<ProvisioningCommand, Provisioning, ProvisioningEvent> {
    private final int stuckAfter;

    /**
     * @param stuckAfter after how many failed tries a person has to look
     */
    public Provisioner(int stuckAfter) {
        this.stuckAfter = stuckAfter;
    }

    @Override
    public List<ProvisioningEvent> decide(ProvisioningCommand command, Provisioning state) {
        List<ProvisioningEvent> told =
                switch (command) {
                    case Conclude _ -> List.of();
                    case Take take -> Taking.take(take, state, stuckAfter);
                };
        var said = new ArrayList<>(told);
        said.addAll(Concluding.conclude(replay(state, told), command.at()));
        return said;
    }

    @Override
    public Provisioning evolve(Provisioning state, ProvisioningEvent event) {
        Provisioning next =
                switch (event) {
                    case ProvisioningConfirmed e ->
                            at(
                                    state,
                                    e.target(),
                                    d -> d.confirmedFor(e.activationId(), e.attempts()));
                    case ProvisioningRetried e ->
                            at(
                                    state,
                                    e.target(),
                                    d -> d.failed(e.attempts(), e.reason(), e.retryAt()));
                    case ProvisioningStuck e -> at(state, e.target(), Delivery::stuck);
                    case ActivationActive e -> of(state, e.activationId(), Activation::active);
                    case ActivationEnded e -> of(state, e.activationId(), Activation::ended);
                };
        return next.said();
    }

    private static Provisioning at(
            Provisioning state, String target, UnaryOperator<Delivery> change) {
        return state.eachDelivery(d -> d.target().equals(target) ? change.apply(d) : d);
    }

    private static Provisioning of(
            Provisioning state, String id, UnaryOperator<Activation> change) {
        return state.eachActivation(a -> a.id().equals(id) ? change.apply(a) : a);
    }
}
