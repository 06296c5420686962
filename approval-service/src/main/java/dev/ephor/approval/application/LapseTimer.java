package dev.ephor.approval.application;

import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.kit.journal.VersionConflict;
import dev.ephor.kit.time.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the command that ends an approval when its time is over, and decides nothing itself. Sleeps
 * until the next one is due; one that opens with an earlier end wakes it.
 */
@ApplicationScoped
class LapseTimer {
    private static final Logger LOG = Logger.getLogger(LapseTimer.class);

    private final LapsingApprovals lapsing;
    private final DueTimer timer;

    LapseTimer(LapsingApprovals lapsing, Clock clock) {
        this.lapsing = lapsing;
        this.timer = new DueTimer("lapse-timer", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApprovalsSaid said) {
        said.events().stream()
                .filter(ApprovalOpened.class::isInstance)
                .map(event -> ((ApprovalOpened) event).lapsesAt())
                .min(Instant::compareTo)
                .ifPresent(timer::wakeBy);
    }

    private Optional<Instant> settle(Instant now) {
        lapsing.due(now).forEach(activationId -> lapse(activationId, now));
        return lapsing.nextDue(now);
    }

    private void lapse(String activationId, Instant now) {
        try {
            lapsing.lapse(activationId, now);
        } catch (VersionConflict e) {
            LOG.debugf("Approval %s ended otherwise in the same moment", activationId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Approval %s is over, but could not be ended yet", activationId);
        }
    }
}
