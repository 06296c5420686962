package dev.ephor.request.application;

import dev.ephor.kit.time.DueTimer;
import dev.ephor.request.application.KeepActivations.Planned;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Looks at activations again when they are about to begin; sleeps until the next one is. */
@ApplicationScoped
class RecheckTimer {
    private static final Logger LOG = Logger.getLogger(RecheckTimer.class);

    private final RecheckingActivations rechecking;
    private final DueTimer timer;

    RecheckTimer(RecheckingActivations rechecking, Clock clock) {
        this.rechecking = rechecking;
        this.timer = new DueTimer("recheck-timer", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
    }

    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecheckPlanned planned) {
        timer.wakeBy(planned.at());
    }

    private Optional<Instant> settle(Instant now) {
        rechecking.due(now).forEach(planned -> recheck(planned, now));
        return rechecking.nextDue();
    }

    private void recheck(Planned planned, Instant now) {
        try {
            rechecking.recheck(planned, now);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Activation %s begins and could not be looked at again", planned.id());
        }
    }
}
