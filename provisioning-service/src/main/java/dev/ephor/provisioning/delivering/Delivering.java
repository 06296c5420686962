package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Connector;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.DueDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers a batch of one lane, as far as the target may be called: tells it, and has what came of
 * it recorded.
 */
@ApplicationScoped
class Delivering {
    private final Connections connections;
    private final Targets targets;
    private final Rounds rounds;
    private final PatientRecording recording;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Delivering(
            Connections connections,
            Targets targets,
            Rounds rounds,
            PatientRecording recording,
            DeliveryMetrics metrics,
            Clock clock) {
        this.connections = connections;
        this.targets = targets;
        this.rounds = rounds;
        this.recording = recording;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param batch of one lane and one change
     * @return what is to be tried again
     */
    List<DueDelivery> deliver(LaneId lane, List<DueDelivery> batch) throws InterruptedException {
        Change change = batch.getFirst().change();
        Target target = targets.at(lane.target());
        Round round = target.gate().pass(change, () -> round(lane.target(), change, batch));
        if (round.attempts().isEmpty()) {
            return round.later();
        }
        metrics.told(lane.target(), change, round.attempts());
        var again = new ArrayList<>(recording.record(round.attempts()));
        again.addAll(round.later());
        return again;
    }

    private Round round(TargetId id, Change change, List<DueDelivery> batch) {
        try (Connection.Lease lease = connections.lease(id)) {
            Connector connector = lease.connector();
            if (connector == null) {
                return rounds.impossible(batch, lease.fault());
            }
            Traffic traffic = targets.at(id).traffic();
            int untold = (int) batch.stream().filter(d -> d.accepted() == null).count();
            WriteBudget budget = connector.writeBudget();
            return switch (traffic.ask(change, untold, budget, clock.instant())) {
                case Passage.Later(var until) -> Round.later(batch, until);
                case Passage.Held held -> rounds.held(batch, held);
                case Passage.Go go -> made(id, go, batch, lease, connector);
            };
        }
    }

    private Round made(
            TargetId id,
            Passage.Go go,
            List<DueDelivery> batch,
            Connection.Lease lease,
            Connector connector) {
        Traffic traffic = targets.at(id).traffic();
        boolean answersAgain = false;
        try {
            Round round = rounds.made(connector, batch, go.memberships(), lease.opening());
            answersAgain = traffic.heard(round.heard(), clock.instant());
            return round;
        } finally {
            if (go.probe()) {
                traffic.probed();
            }
            targets.called(id, answersAgain);
        }
    }
}
