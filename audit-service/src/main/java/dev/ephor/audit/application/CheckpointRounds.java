package dev.ephor.audit.application;

import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has a checkpoint signed when something was sealed: the first one at once, then one in each
 * interval for as long as there is something; none while nothing happens.
 */
@ApplicationScoped
class CheckpointRounds implements LogListener, Runnable {
    private static final Logger LOG = Logger.getLogger(CheckpointRounds.class);

    private final Checkpointing checkpointing;
    private final Duration interval;
    private final Semaphore bell = new Semaphore(1);
    private final Stop stop = new Stop();
    private @Nullable Thread thread;
    private String said = "";

    CheckpointRounds(
            Checkpointing checkpointing,
            @ConfigProperty(name = "ephor.audit.checkpoints.interval") Duration interval) {
        this.checkpointing = checkpointing;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        if (checkpointing.identity().canSign()) {
            thread = Thread.ofVirtual().name("checkpoints").start(this);
        } else {
            LOG.warn("No checkpoint is signed: ephor.audit.checkpoints.keys names no key");
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.request();
        bell.release();
        Thread running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(3));
        }
    }

    @Override
    public void sealed() {
        bell.release();
    }

    @Override
    public void run() {
        try {
            while (!stop.isRequested()) {
                bell.acquire();
                bell.drainPermits();
                sign();
                stop.isRequestedWithin(interval);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sign() {
        try {
            if (!stop.isRequested()) {
                checkpointing.signNow();
                said = "";
            }
        } catch (NothingSigned e) {
            say(Logger.Level.ERROR, "No checkpoint is signed: " + e.getMessage());
            bell.release();
        } catch (RuntimeException e) {
            say(Logger.Level.WARN, "No checkpoint could be signed yet: " + e.getMessage());
            bell.release();
        }
    }

    /** It is tried again and again; the log says it once. */
    private void say(Logger.Level level, String failure) {
        if (!failure.equals(said)) {
            LOG.log(level, failure);
            said = failure;
        }
    }
}
