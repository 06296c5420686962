package dev.ephor.request.application;

import dev.ephor.kit.time.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Goes on with responses that have more to end, and lets confirmations and suspensions lapse. */
@ApplicationScoped
class ResponseTimer {
    private static final Logger LOG = Logger.getLogger(ResponseTimer.class);

    private final Responding responding;
    private final DueResponses due;
    private final DueTimer timer;

    ResponseTimer(Responding responding, DueResponses due, Clock clock) {
        this.responding = responding;
        this.due = due;
        this.timer = new DueTimer("response-timer", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
    }

    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResponseDue planned) {
        timer.wakeBy(planned.at());
    }

    /** Batch after batch without a pause, as long as each gets something done. */
    private Optional<Instant> settle(Instant now) {
        // Microseconds are what the database keeps.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        List<String> waiting = due.by(at);
        while (!waiting.isEmpty() && waiting.stream().allMatch(id -> goOn(id, at))) {
            waiting = due.by(at);
        }
        return due.next();
    }

    private boolean goOn(String id, Instant now) {
        try {
            responding.goOn(id, now);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Response %s could not go on", id);
            return false;
        }
    }
}
