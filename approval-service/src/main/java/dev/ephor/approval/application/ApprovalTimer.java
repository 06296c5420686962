package dev.ephor.approval.application;

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
 * Makes the command that reminds, escalates or ends an approval when its time has come, and decides
 * nothing itself. A stage that opens wakes it where it is due earlier than all others.
 */
@ApplicationScoped
class ApprovalTimer {
    private static final Logger LOG = Logger.getLogger(ApprovalTimer.class);

    private final WakingApprovals waking;
    private final DueTimer timer;

    ApprovalTimer(WakingApprovals waking, Clock clock) {
        this.waking = waking;
        this.timer = new DueTimer("approval-timer", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
    }

    /** A vote may bring the end forward as well: it can shorten the window. */
    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApprovalsSaid said) {
        said.planned().ifPresent(timer::wakeBy);
    }

    private Optional<Instant> settle(Instant now) {
        waking.due(now).forEach(activationId -> wake(activationId, now));
        return waking.nextDue(now);
    }

    private void wake(String activationId, Instant now) {
        try {
            waking.wake(activationId, now);
        } catch (VersionConflict e) {
            LOG.debugf("Approval %s changed otherwise in the same moment", activationId);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Something about approval %s is due, and could not be done yet",
                    activationId);
        }
    }
}
