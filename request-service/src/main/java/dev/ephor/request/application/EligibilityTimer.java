package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.time.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Warns of ends and ends what is over; sleeps until the next one is due. */
@ApplicationScoped
class EligibilityTimer {
    private static final Logger LOG = Logger.getLogger(EligibilityTimer.class);

    private final EndingEligibilities ending;
    private final DueTimer timer;

    EligibilityTimer(EndingEligibilities ending, Clock clock) {
        this.ending = ending;
        this.timer = new DueTimer("eligibility-timer", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EligibilityChanged changed) {
        timer.wakeBy(changed.due());
    }

    private Optional<Instant> settle(Instant now) {
        // Microseconds are what the database keeps.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        ending.due(at).forEach(key -> pass(key, at));
        return ending.nextDue();
    }

    private void pass(MembershipKey key, Instant now) {
        try {
            ending.pass(key, now);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The eligibility of %s is due and could not be ended or warned of", key);
        }
    }
}
