package dev.ephor.provisioning.delivering;

import dev.ephor.kit.journal.Outage;
import dev.ephor.kit.time.Stop;
import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.RecordingOutcomes;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Records outcomes although the database is away: waits for it instead of asking targets again. */
@ApplicationScoped
class PatientRecording {
    private static final Logger LOG = Logger.getLogger(PatientRecording.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final RecordingOutcomes recording;
    private final Stop stop = new Stop();

    PatientRecording(RecordingOutcomes recording) {
        this.recording = recording;
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    /**
     * @return what is to be tried again; nothing when the service stops before the database is
     *     back, because what is not recorded is done again after the restart
     */
    List<DueDelivery> record(List<Attempt> attempts) throws InterruptedException {
        boolean said = false;
        while (true) {
            try {
                return recording.record(attempts);
            } catch (RuntimeException e) {
                if (!Outage.isBehind(e)) {
                    throw e;
                }
                if (!said) {
                    LOG.warnf("Outcomes wait for the database: %s", e.getMessage());
                    said = true;
                }
                if (stop.isRequestedWithin(BETWEEN_TRIES)) {
                    return List.of();
                }
            }
        }
    }
}
