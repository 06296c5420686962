package dev.ephor.provisioning.delivering;

import dev.ephor.provisioning.application.RecordingQuarantines;
import dev.ephor.provisioning.application.TargetState.Condition;
import dev.ephor.provisioning.application.TargetState.Health;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notices after each call whether its target entered or left quarantine. What was said is known
 * from the database, so that a restart in between neither says it twice nor forgets to end it.
 */
@ApplicationScoped
class Quarantines {
    private static final Logger LOG = Logger.getLogger(Quarantines.class);

    private final RecordingQuarantines recording;
    private final Clock clock;
    private final Map<TargetId, Boolean> said = new ConcurrentHashMap<>();

    Quarantines(RecordingQuarantines recording, Clock clock) {
        this.recording = recording;
        this.clock = clock;
    }

    /** A call was made, and its target is like that now. */
    void look(TargetId target, Health health) {
        Boolean known = said.get(target);
        boolean quarantined = health.condition() == Condition.QUARANTINED;
        boolean answers = health.failingSince() == null;
        if (quarantined && !Boolean.TRUE.equals(known)) {
            say(target, true, () -> enter(target, health));
        } else if (answers && !Boolean.FALSE.equals(known)) {
            say(target, false, () -> recording.leave(target.tenant(), target.target()));
        }
    }

    private void enter(TargetId target, Health health) {
        Instant since = Objects.requireNonNullElse(health.failingSince(), clock.instant());
        recording.enter(target.tenant(), target.target(), since, health.lastAnswer());
    }

    /** What the database does not take now is said after the next call. */
    private void say(TargetId target, boolean quarantined, Runnable saying) {
        try {
            saying.run();
            said.put(target, quarantined);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "That %s is %s quarantine cannot be said yet: %s",
                    target.target(), quarantined ? "in" : "out of", e.getMessage());
        }
    }
}
