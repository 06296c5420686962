package dev.ephor.provisioning.domain;

import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.events.TargetDriftEvent;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.events.TargetDriftEvent.TargetRevertBegun;
import dev.ephor.events.TargetDriftEvent.TargetRevertRetried;
import dev.ephor.events.TargetDriftEvent.TargetRevertStopped;
import dev.ephor.events.TargetDriftEvent.TargetRevertStuck;
import dev.ephor.kit.decider.Decider;
import dev.ephor.provisioning.domain.ProvisioningCommand.Accept;
import dev.ephor.provisioning.domain.ProvisioningCommand.Conclude;
import dev.ephor.provisioning.domain.ProvisioningCommand.Revert;
import dev.ephor.provisioning.domain.ProvisioningCommand.See;
import dev.ephor.provisioning.domain.ProvisioningCommand.Stop;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Decides what is said about a membership at its targets. */
public final class Provisioner implements Decider<ProvisioningCommand, Provisioning, OfMembership> {
    private final int stuckAfter;

    /**
     * @param stuckAfter after how many failed tries a person has to look
     */
    public Provisioner(int stuckAfter) {
        this.stuckAfter = stuckAfter;
    }

    @Override
    public List<OfMembership> decide(ProvisioningCommand command, Provisioning state) {
        List<OfMembership> told =
                switch (command) {
                    case Conclude _ -> List.of();
                    case Take take -> Taking.take(take, state, stuckAfter);
                    case See see -> Drifting.seen(see, state);
                    case Revert revert -> Drifting.revert(revert, state);
                    case Stop stop -> Drifting.stopped(stop, state);
                    case Accept accept -> Drifting.accepted(accept, state);
                };
        var said = new ArrayList<>(told);
        said.addAll(Concluding.conclude(replay(state, told), command.at()));
        return said;
    }

    @Override
    public Provisioning evolve(Provisioning state, OfMembership event) {
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
                    case TargetDriftEvent e -> evolve(state, e);
                };
        return next.said();
    }

    private static Provisioning evolve(Provisioning state, TargetDriftEvent event) {
        return switch (event) {
            case TargetDriftDetected e -> state.with(Reverting.of(e));
            case TargetRevertBegun e -> Reverting.begun(state, e);
            case TargetRevertStopped e -> Reverting.at(state, e.driftId(), Drift.Stage.STOPPED);
            case TargetRevertRetried e ->
                    at(state, e.target(), d -> d.failed(e.attempts(), e.reason(), e.retryAt()));
            case TargetRevertStuck e -> at(state, e.target(), Delivery::stuck);
            case TargetDriftEnded e -> Reverting.over(state, e);
        };
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
