package dev.ephor.audit.application;

import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings every checkpoint to the witnesses, each on a thread of its own: one that is slow or away
 * holds up neither the others nor the signing.
 */
@ApplicationScoped
public class WitnessRounds {
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final List<WitnessLoop> loops;
    private final boolean isSigning;
    private final Stop stop = new Stop();
    private final List<Thread> threads = new ArrayList<>();

    WitnessRounds(
            Witnesses witnesses,
            Checkpointing checkpoints,
            ProvingEntries proving,
            SubmitCheckpoint submit,
            CountWitnessOutcomes count) {
        this.isSigning = checkpoints.identity().canSign();
        this.loops =
                witnesses.all().stream()
                        .map(one -> new AskingWitness(one, checkpoints, proving, submit))
                        .map(asking -> new WitnessLoop(asking, count, stop))
                        .toList();
    }

    void start(@Observes StartupEvent event) {
        if (isSigning) {
            for (WitnessLoop loop : loops) {
                String name = "witness-" + loop.asking().witness().key().name();
                threads.add(Thread.ofVirtual().name(name).start(loop));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.request();
        loops.forEach(WitnessLoop::wake);
        for (Thread thread : threads) {
            if (!thread.join(GOODBYE)) {
                thread.interrupt();
            }
        }
    }

    void signed(@Observes CheckpointSigned event) {
        loops.forEach(WitnessLoop::wake);
    }

    /** By how many entries a witness's last cosignature is behind the newest checkpoint. */
    public long lag(Witness witness) {
        return loops.stream()
                .map(WitnessLoop::asking)
                .filter(asking -> asking.witness().equals(witness))
                .mapToLong(AskingWitness::lag)
                .sum();
    }
}
