package dev.ephor.membership.config;

import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.catalog.CatalogFollower;
import dev.ephor.membership.application.ClockWatch;
import dev.ephor.membership.application.Directories;
import dev.ephor.membership.application.DirectoryWorker;
import dev.ephor.membership.application.FindMemberships.NotReady;
import dev.ephor.membership.application.Watchdog;
import dev.ephor.membership.kafka.Pulse;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final ClockWatch clock;
    private final Pulse pulse;
    private final ScheduledExecutorService guard = timer("watchdog");
    private final ScheduledExecutorService time = timer("clock");
    private final ScheduledExecutorService heart = timer("pulse");

    Running(
            Catalog catalog,
            CatalogFollower follower,
            Directories directories,
            DirectoryWorker worker,
            Watchdog watchdog,
            Sweepers sweepers,
            ClockWatch clock,
            Pulse pulse) {
        this.warmingUp = new WarmingUp(catalog, directories);
        this.catalog = catalog;
        this.follower = follower;
        this.worker = worker;
        this.watchdog = watchdog;
        this.sweepers = sweepers;
        this.clock = clock;
        this.pulse = pulse;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("directories").start(this::openWhenKnown);
        // A thread each: the watchdog must not hang on anything that it guards.
        var _ = time.scheduleWithFixedDelay(this::compare, 0, 1, TimeUnit.SECONDS);
        var _ = heart.scheduleWithFixedDelay(pulse::beat, 0, 500, TimeUnit.MILLISECONDS);
        var _ = guard.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        guard.shutdownNow();
        time.shutdownNow();
        heart.shutdownNow();
        sweepers.close();
        worker.close();
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
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
        } catch (NotReady e) {
            LOG.debugf("The watchdog cannot see the windows yet: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The watchdog stumbled and goes on", e);
        }
    }

    private void compare() {
        try {
            clock.look();
        } catch (RuntimeException e) {
            LOG.error("The watch over the clock stumbled and goes on", e);
        }
    }
}
