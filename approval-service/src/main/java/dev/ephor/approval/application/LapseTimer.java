package dev.ephor.approval.application;

import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.kit.journal.VersionConflict;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Makes the command that ends an approval when its time is over, and decides nothing itself. Sleeps
 * until the next one is due; one that opens with an earlier end wakes it.
 */
@ApplicationScoped
class LapseTimer implements Runnable {
    private static final Logger LOG = Logger.getLogger(LapseTimer.class);

    /**
     * What another instance opened is that instance's to end; should it die before, the others find
     * it when they look again.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final LapsingApprovals lapsing;
    private final Clock clock;
    private final Alarm alarm = new Alarm();
    private final Thread thread = Thread.ofVirtual().name("lapse-timer").unstarted(this);
    private volatile boolean stopped;

    LapseTimer(LapsingApprovals lapsing, Clock clock) {
        this.lapsing = lapsing;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        alarm.ringBy(Instant.MIN);
        thread.join(Duration.ofSeconds(5));
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApprovalsSaid said) {
        said.events().stream()
                .filter(ApprovalOpened.class::isInstance)
                .map(event -> ((ApprovalOpened) event).lapsesAt())
                .min(Instant::compareTo)
                .ifPresent(alarm::ringBy);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                // Set before looking: what opens meanwhile moves it forward and is not slept over.
                alarm.set(clock.instant().plus(LOOK_AGAIN));
                alarm.ringBy(lapseAndFindNext());
                if (!stopped) {
                    alarm.await(clock);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant lapseAndFindNext() {
        Instant now = clock.instant();
        try {
            lapsing.due(now).forEach(activationId -> lapse(activationId, now));
            return lapsing.nextDue(now).orElse(Instant.MAX);
        } catch (RuntimeException e) {
            LOG.warnf("Cannot see which approvals are due, and look again: %s", e.getMessage());
            return now.plus(AFTER_FAILURE);
        }
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
