package dev.ephor.membership.config;

import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.catalog.CatalogFollower;
import dev.ephor.membership.application.Directories;
import dev.ephor.membership.application.DirectoryWorker;
import dev.ephor.membership.application.Watchdog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.logging.Logger;

/** Starts what runs beside the topology, and stops it. */
@ApplicationScoped
class Running {
    private static final Logger LOG = Logger.getLogger(Running.class);

    private final Catalog catalog;
    private final CatalogFollower follower;
    private final DirectoryWorker worker;
    private final WarmingUp warmingUp;
    private final Watchdog watchdog;
    private final Sweepers sweepers;
    private final ScheduledExecutorService guard =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("watchdog").daemon().factory());

    Running(
            Catalog catalog,
            CatalogFollower follower,
            Directories directories,
            DirectoryWorker worker,
            Watchdog watchdog,
            Sweepers sweepers) {
        this.warmingUp = new WarmingUp(catalog, directories);
        this.catalog = catalog;
        this.follower = follower;
        this.worker = worker;
        this.watchdog = watchdog;
        this.sweepers = sweepers;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("directories").start(this::openWhenKnown);
        // A clock of its own: it must not hang on anything that it guards.
        var _ = guard.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        guard.shutdownNow();
        sweepers.close();
        worker.close();
    }

    private void openWhenKnown() {
        try {
            follower.awaitLoaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        catalog.onChange(worker::hurry);
        worker.open();
        warmingUp.run();
        catalog.onChange(sweepers::update);
        sweepers.update();
    }

    private void look() {
        try {
            watchdog.look();
        } catch (InvalidStateStoreException e) {
            LOG.debugf("The watchdog cannot see the windows yet: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The watchdog stumbled and goes on", e);
        }
    }
}
