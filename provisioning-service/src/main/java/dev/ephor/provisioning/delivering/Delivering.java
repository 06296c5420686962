package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Delivers a batch of one lane: tells the target, and has what came of it recorded. */
@ApplicationScoped
class Delivering {
    private final Telling telling;
    private final PatientRecording recording;
    private final Backoff backoff;
    private final Limits limits;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Map<TargetId, Gate> gates = new ConcurrentHashMap<>();

    Delivering(
            Telling telling,
            PatientRecording recording,
            Backoff backoff,
            Limits limits,
            DeliveryMetrics metrics,
            Clock clock) {
        this.telling = telling;
        this.recording = recording;
        this.backoff = backoff;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param batch of one lane and one change
     * @return what is to be tried again
     */
    List<DueDelivery> deliver(LaneId lane, List<DueDelivery> batch) throws InterruptedException {
        Change change = batch.getFirst().change();
        Gate gate = gates.computeIfAbsent(lane.target(), _ -> new Gate(limits.callsPerTarget()));
        List<Attempt> attempts = gate.pass(change, () -> attempt(lane.target(), change, batch));
        metrics.told(lane.target(), change, attempts);
        return recording.record(attempts);
    }

    private List<Attempt> attempt(TargetId target, Change change, List<DueDelivery> batch) {
        Instant at = clock.instant();
        long started = System.nanoTime();
        List<Verdict> verdicts =
                telling.tell(target, change, batch.stream().map(DueDelivery::key).toList());
        var took = Duration.ofNanos(System.nanoTime() - started);
        // One chance for all: what failed together is tried again together, in one call.
        double chance = ThreadLocalRandom.current().nextDouble();
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < batch.size(); i++) {
            DueDelivery delivery = batch.get(i);
            Verdict verdict = verdicts.get(i);
            Duration wait =
                    backoff.wait(change, delivery.attempts() + 1, verdict.retryAfter(), chance);
            attempts.add(new Attempt(delivery, at, took, verdict, at.plus(took).plus(wait)));
        }
        return attempts;
    }
}
