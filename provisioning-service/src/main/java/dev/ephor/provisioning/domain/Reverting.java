package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.events.TargetDriftEvent.TargetRevertBegun;
import dev.ephor.events.TargetDriftEvent.TargetRevertRetried;
import dev.ephor.events.TargetDriftEvent.TargetRevertStuck;
import dev.ephor.provisioning.domain.Drift.Stage;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Confirmed;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Failed;
import dev.ephor.provisioning.domain.Taking.Answered;
import java.util.List;

/**
 * A revert is an ordinary delivery that waits under the drift's name: what its outcomes mean, and
 * what the events of a drift make of the state.
 */
final class Reverting {
    private Reverting() {}

    static List<OfMembership> said(Answered answered, Drift drift) {
        return switch (answered.take().outcome()) {
            case Confirmed _ ->
                    List.of(
                            Drifting.ended(
                                    drift,
                                    Outcome.REVERTED,
                                    answered.state(),
                                    answered.take().at()));
            case Failed failed ->
                    answered.nowStuck()
                            ? List.of(
                                    retried(answered, drift, failed),
                                    stuck(answered, drift, failed))
                            : List.of(retried(answered, drift, failed));
        };
    }

    private static OfMembership retried(Answered answered, Drift drift, Failed failed) {
        return new TargetRevertRetried(
                answered.state().key(),
                drift.id(),
                drift.target(),
                drift.kind(),
                answered.attempts(),
                failed.reason(),
                failed.retryAt());
    }

    private static OfMembership stuck(Answered answered, Drift drift, Failed failed) {
        return new TargetRevertStuck(
                answered.state().key(),
                drift.id(),
                drift.target(),
                drift.kind(),
                answered.attempts(),
                failed.reason(),
                answered.delivery().since());
    }

    static Drift of(TargetDriftDetected d) {
        return new Drift(
                d.driftId(), d.target(), d.kind(), Stage.REPORTED, d.revertAt(), d.detectedAt());
    }

    /** The target is asked as it is for anything else. */
    static Provisioning begun(Provisioning state, TargetRevertBegun begun) {
        Change change = begun.kind() == Difference.UNGRANTED ? Change.WITHDRAW : Change.GRANT;
        var wanted = new Wanted(change, begun.generation());
        List<String> waiting = List.of(begun.driftId());
        return at(state, begun.driftId(), Stage.REVERTING)
                .with(Delivery.of(begun.target(), wanted, waiting, begun.begunAt()));
    }

    /** What was accepted is remembered; a revert that is done needs nobody's name any more. */
    static Provisioning over(Provisioning state, TargetDriftEnded ended) {
        return switch (ended.outcome()) {
            case ACCEPTED -> at(state, ended.driftId(), Stage.ACCEPTED);
            case REVERTED -> forgotten(state, ended).eachDelivery(d -> done(d, ended.driftId()));
            case ATTESTED, GONE, SUPERSEDED -> forgotten(state, ended);
        };
    }

    static Provisioning at(Provisioning state, String driftId, Stage stage) {
        return state.eachDrift(d -> d.id().equals(driftId) ? d.at(stage) : d);
    }

    private static Provisioning forgotten(Provisioning state, TargetDriftEnded ended) {
        return state.withoutDrifts(d -> d.id().equals(ended.driftId()));
    }

    private static Delivery done(Delivery delivery, String driftId) {
        return delivery.concerns(driftId)
                ? delivery.confirmedFor(driftId, delivery.attempts() + 1)
                : delivery;
    }
}
