package dev.ephor.audit.config;

import dev.ephor.audit.application.RemovingOldLeaves;
import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How long the log keeps what was sealed, and the round that sees to it once a day. */
@ApplicationScoped
class Retention implements Runnable {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration ROUND = Duration.ofDays(1);

    private final RemovingOldLeaves removing;
    private final Optional<Duration> keep;
    private final Duration floor;
    private final Stop stop = new Stop();

    Retention(
            RemovingOldLeaves removing,
            @ConfigProperty(name = "ephor.audit.retention.keep") Optional<Duration> keep,
            @ConfigProperty(name = "ephor.audit.retention.floor", defaultValue = "P365D")
                    Duration floor) {
        this.removing = removing;
        this.keep = keep;
        this.floor = floor;
    }

    void start(@Observes StartupEvent event) {
        refuseWhatIsYoung(keep, floor);
        if (keep.isPresent()) {
            Thread.ofVirtual().name("retention").start(this);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    /** A slip of the hand in the one key does not cost the log of last week. */
    static void refuseWhatIsYoung(Optional<Duration> keep, Duration floor) {
        if (keep.isPresent() && keep.get().compareTo(floor) < 0) {
            throw new IllegalArgumentException(
                    "ephor.audit.retention.keep is %s, which is less than the %s of ephor.audit.retention.floor: keep entries longer, or lower the floor if that is what you want."
                            .formatted(keep.get(), floor));
        }
    }

    @Override
    public void run() {
        try {
            do {
                remove();
            } while (!stop.isRequestedWithin(ROUND));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure waits for the next round. */
    private void remove() {
        try {
            long removed = removing.olderThan(keep.orElseThrow());
            if (removed > 0) {
                LOG.infof("Removed %d leaves older than %s", removed, keep.get());
            }
        } catch (RuntimeException e) {
            LOG.warnf("Old leaves are still there: %s", e.getMessage());
        }
    }
}
