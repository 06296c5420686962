package dev.ephor.provisioning.delivering;

import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.catalog.CatalogFollower;
import dev.ephor.kit.time.Stop;
import dev.ephor.provisioning.application.DeliveriesWanted;
import dev.ephor.provisioning.application.Provisionings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the dispatcher what is to be delivered: from memory after each commit, and from the
 * database at the start and whenever a commit may or may not have happened.
 */
@ApplicationScoped
class Backlog implements Runnable {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Provisionings provisionings;
    private final Dispatcher dispatcher;
    private final CatalogFollower follower;
    private final AtomicBoolean reading = new AtomicBoolean();
    private final Stop stop = new Stop();
    private volatile boolean read;
    private volatile @Nullable Thread reader;

    Backlog(
            Provisionings provisionings,
            Dispatcher dispatcher,
            Connections connections,
            Catalog catalog,
            CatalogFollower follower) {
        this.provisionings = provisionings;
        this.dispatcher = dispatcher;
        this.follower = follower;
        catalog.onChange(() -> dispatcher.hurry(connections.redefined()));
    }

    void start(@Observes StartupEvent event) {
        readSoon();
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
        // The catalogue is waited for without a time-out.
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesWanted wanted) {
        dispatcher.offer(wanted.deliveries());
    }

    /** A commit whose answer was lost looks like a rollback, and its event will not come again. */
    void notCommitted(@Observes(during = TransactionPhase.AFTER_FAILURE) DeliveriesWanted wanted) {
        readSoon();
    }

    /** Whether what was left from before the start is known. */
    boolean isRead() {
        return read;
    }

    @Override
    public void run() {
        try {
            follower.awaitLoaded();
            while (!offered()) {
                if (stop.isRequestedWithin(BETWEEN_TRIES)) {
                    return;
                }
            }
            read = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readSoon() {
        if (reading.compareAndSet(false, true)) {
            reader = Thread.ofVirtual().name("backlog").start(this);
        }
    }

    private boolean offered() {
        try {
            // Whoever asks from here on may ask for something that this reading does not see.
            reading.set(false);
            dispatcher.offer(provisionings.unconfirmed());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The backlog cannot be read yet: %s", e.getMessage());
            return false;
        }
    }
}
