package dev.ephor.provisioning.delivering;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Deliveries to one target about one group, one call at a time; what arrives during a call waits
 * and goes out with the next. Has a thread only while something waits, and that sleeps until it is
 * due.
 */
final class Lane implements Runnable {
    /** Delivers a batch of one change, and returns what is to be tried again. */
    @FunctionalInterface
    interface Deliver {
        List<DueDelivery> deliver(List<DueDelivery> batch) throws InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration AFTER_BUG = Duration.ofSeconds(10);
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final Deliver deliver;
    private final Executor threads;
    private final Clock clock;
    private final int batch;
    private final Waiting waiting = new Waiting();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private int underWay;
    private boolean hurried;
    private boolean running;
    private boolean stopped;

    Lane(Deliver deliver, Executor threads, Clock clock, int batch) {
        this.deliver = deliver;
        this.threads = threads;
        this.clock = clock;
        this.batch = batch;
    }

    void offer(Collection<DueDelivery> deliveries) {
        lock.lock();
        try {
            deliveries.forEach(waiting::offer);
            goOn();
        } finally {
            lock.unlock();
        }
    }

    /** What waits for another try need not wait any longer. */
    void hurry() {
        hurry(_ -> true);
    }

    /**
     * The same for some of it; what is under way meanwhile does not wait afterwards either.
     *
     * @return how many that are
     */
    int hurry(Predicate<MembershipKey> which) {
        lock.lock();
        try {
            hurried = underWay > 0;
            int count = waiting.hurry(which) + underWay;
            goOn();
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Ends after the call that is under way. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Deliveries that are not confirmed: waiting or under way. */
    int pending() {
        lock.lock();
        try {
            return waiting.size() + underWay;
        } finally {
            lock.unlock();
        }
    }

    long stuck() {
        lock.lock();
        try {
            return waiting.stuck();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (var due = next(List.of()); !due.isEmpty(); ) {
                due = next(delivered(due));
            }
        } catch (InterruptedException e) {
            ended();
            Thread.currentThread().interrupt();
        } catch (Error e) {
            ended();
            throw e;
        }
    }

    /** A bug gives nothing up: the batch is delivered once more, which harms nobody. */
    private List<DueDelivery> delivered(List<DueDelivery> due) throws InterruptedException {
        try {
            return deliver.deliver(due);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%d deliveries failed unexpectedly and are made again", due.size());
            Instant later = clock.instant().plus(AFTER_BUG);
            return due.stream().map(delivery -> delivery.dueAt(later)).toList();
        }
    }

    /** The next offer starts a thread again. */
    private void ended() {
        lock.lock();
        try {
            underWay = 0;
            hurried = false;
            running = false;
        } finally {
            lock.unlock();
        }
    }

    private void goOn() {
        if (running) {
            news.signalAll();
        } else if (waiting.size() > 0 && !stopped) {
            running = true;
            threads.execute(this);
        }
    }

    /** Sleeps until something is due; empty when nothing waits. */
    private List<DueDelivery> next(List<DueDelivery> again) throws InterruptedException {
        lock.lock();
        try {
            underWay = 0;
            // What was under way when it was hurried does not wait either.
            again.forEach(d -> waiting.offer(hurried ? d.dueAt(Instant.EPOCH) : d));
            hurried = false;
            while (waiting.size() > 0 && !stopped) {
                Instant now = clock.instant();
                Instant due = waiting.nextDue().orElseThrow();
                if (!due.isAfter(now)) {
                    List<DueDelivery> taken = waiting.take(now, batch);
                    underWay = taken.size();
                    return taken;
                }
                news.awaitNanos(nanosUntil(due, now));
            }
            running = false;
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private static long nanosUntil(Instant due, Instant now) {
        return due.isBefore(now.plus(LONGEST_SLEEP))
                ? Duration.between(now, due).toNanos()
                : LONGEST_SLEEP.toNanos();
    }
}
