package dev.ephor.provisioning.delivering;

import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.catalog.CatalogFollower;
import dev.ephor.kit.time.Stop;
import dev.ephor.provisioning.application.DriftPolicies;
import dev.ephor.provisioning.application.Readings.Place;
import dev.ephor.provisioning.delivering.Timetable.Visit;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has every managed group read at every target now and then, and has drift reverted whose time has
 * come. Sleeps until something is due or somebody wakes it.
 */
@ApplicationScoped
class Reconciler implements Runnable {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    /** What other instances found is looked for this often. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final CatalogFollower follower;
    private final DriftPolicies policies;
    private final Visiting visiting;
    private final Reversals reversals;
    private final ReadingTerms terms;
    private final Clock clock;
    private final Timetable timetable = new Timetable();
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("reading-", 0).factory());
    private final Stop stop = new Stop();
    private volatile @Nullable Thread runner;

    Reconciler(
            Catalog catalog,
            CatalogFollower follower,
            DriftPolicies policies,
            Visiting visiting,
            Reversals reversals,
            ReadingTerms terms,
            Clock clock) {
        this.catalog = catalog;
        this.follower = follower;
        this.policies = policies;
        this.visiting = visiting;
        this.reversals = reversals;
        this.terms = terms;
        this.clock = clock;
        catalog.onChange(news::release);
    }

    void start(@Observes StartupEvent event) {
        runner = Thread.ofVirtual().name("reconciler").start(this);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.request();
        Thread running = runner;
        if (running != null) {
            running.interrupt();
            running.join();
        }
        // A reading changes nothing at the target; what it found is found again.
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    /**
     * Has a target read at once.
     *
     * @return how many groups that are
     */
    int hurry(Predicate<Place> which) {
        timetable.keep(places());
        int count = timetable.hurry(which);
        news.release();
        return count;
    }

    @Override
    public void run() {
        try {
            follower.awaitLoaded();
            while (!stop.isRequested()) {
                timetable.keep(places());
                Optional<Instant> reversal = reversals.revertDue();
                begin();
                sleepUntil(reversal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Place> places() {
        return catalog.all(TargetDefined.class).stream()
                .flatMap(
                        target ->
                                policies.groupsAt(target).stream()
                                        .map(g -> new Place(target.tenant(), target.target(), g)))
                .toList();
    }

    private void begin() {
        for (var due = timetable.take(clock.instant()); due.isPresent(); ) {
            Visit visit = due.get();
            threads.execute(() -> visit(visit));
            due = timetable.take(clock.instant());
        }
    }

    private void visit(Visit visit) {
        try {
            long begun = System.nanoTime();
            timetable.next(visiting.visit(visit));
            news.release();
            stop.isRequestedWithin(Duration.ofNanos((System.nanoTime() - begun) * terms.rest()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Reading %s stumbled and goes on", visit.place());
            timetable.next(new Visit(visit.place(), clock.instant().plus(terms.every()), false));
        } finally {
            timetable.free(visit.place());
            news.release();
        }
    }

    private void sleepUntil(Optional<Instant> reversal) throws InterruptedException {
        Instant now = clock.instant();
        Instant until = now.plus(LONGEST_SLEEP);
        until = earlier(until, reversal);
        until = earlier(until, timetable.nextDue());
        long nanos = Math.max(0, Duration.between(now, until).toNanos());
        if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(o -> o.isBefore(one)).orElse(one);
    }
}
