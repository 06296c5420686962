package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent;
import dev.ephor.membership.domain.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Makes directories so, level-triggered: for each key the newest task counts, whatever came before.
 * Each call runs on a virtual thread of its own; what fails is tried again for ever.
 */
public final class DirectoryWorker implements DirectoryWork, NextTries, AutoCloseable {
    private final Directories directories;
    private final Outcomes outcomes;
    private final DirectoryMeasures measures;
    private final Clock clock;
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition superseded = lock.newCondition();
    private final Map<String, WorkQueue> queues = new HashMap<>();
    private final Withdrawals withdrawals = new Withdrawals();
    private final Alarm alarm = new Alarm(this::alarmRang);
    private boolean open;

    public DirectoryWorker(
            Directories directories,
            Outcomes outcomes,
            DirectoryMeasures measures,
            Clock clock,
            Limits limits) {
        this.directories = directories;
        this.outcomes = outcomes;
        this.measures = measures;
        this.clock = clock;
        this.limits = limits;
    }

    /** Begins to call: the directories are known now. What was taken before waited. */
    public void open() {
        locked(
                () -> {
                    // Where a group lives was not known when its tasks came.
                    List<DirectoryTask> early =
                            queues.values().stream().flatMap(q -> q.tasks().stream()).toList();
                    queues.clear();
                    early.forEach(task -> queue(task).offer(task));
                    open = true;
                });
    }

    /** What is configured has changed: what failed may work now. */
    public void hurry() {
        locked(
                () ->
                        queues.forEach(
                                (directory, queue) -> {
                                    queue.keepTo(directories.budget(directory));
                                    queue.hurry();
                                }));
    }

    @Override
    public void take(List<DirectoryTask> tasks) {
        locked(
                () -> {
                    tasks.forEach(this::offer);
                    superseded.signalAll();
                });
    }

    @Override
    public void bound(DirectoryTask task) {
        locked(
                () -> {
                    // Which directory it is about is not known yet: looking once in vain is cheap.
                    if (!open || directories.takesBounds(task.key())) {
                        offer(task);
                        superseded.signalAll();
                    }
                });
    }

    private void offer(DirectoryTask task) {
        WorkQueue queue = queue(task);
        // What is under way for the key may be what is found there.
        queue.offer(queue.holds(task.key()) ? task.again() : task);
    }

    @Override
    public void retry(MembershipKey key) {
        locked(() -> queues.values().forEach(q -> q.hurry(key)));
    }

    @Override
    public void release(MembershipKey key) {
        locked(
                () -> {
                    queues.values().forEach(q -> q.release(key));
                    superseded.signalAll();
                });
    }

    @Override
    public Map<MembershipKey, Instant> nextTries() {
        var tries = new HashMap<MembershipKey, Instant>();
        locked(() -> queues.values().forEach(q -> tries.putAll(q.nextTries())));
        return tries;
    }

    @Override
    public void drop(int partition) {
        locked(
                () -> {
                    queues.values().forEach(q -> q.drop(partition));
                    superseded.signalAll();
                });
    }

    /** Tasks that the directories have not confirmed. */
    public int waiting() {
        lock.lock();
        try {
            return queues.values().stream().mapToInt(q -> q.tasks().size()).sum();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        alarm.close();
        lock.lock();
        try {
            open = false;
        } finally {
            lock.unlock();
        }
    }

    /** Changes a queue, and starts what may go then. */
    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            dispatch();
        } finally {
            lock.unlock();
        }
    }

    /** A key stays in the queue that has it, should its group move to another directory. */
    private WorkQueue queue(DirectoryTask task) {
        return queues.values().stream()
                .filter(q -> q.holds(task.key()))
                .findFirst()
                .orElseGet(() -> queueOf(directories.of(task.key())));
    }

    private WorkQueue queueOf(String directory) {
        return queues.computeIfAbsent(
                directory, _ -> new WorkQueue(limits, directories.budget(directory)));
    }

    /** Starts every call that may go, and sets the alarm for those that may go later. */
    private void dispatch() {
        if (!open) {
            return;
        }
        Instant now = clock.instant();
        Instant wake = Instant.MAX;
        for (WorkQueue queue : queues.values()) {
            Optional<List<DirectoryTask>> next = queue.next(now);
            while (next.isPresent()) {
                start(queue, next.get());
                next = queue.next(now);
            }
            wake = earlier(wake, queue.wakeAt(now).orElse(Instant.MAX));
        }
        alarm.set(now, wake);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void alarmRang() {
        locked(alarm::rang);
    }

    private void start(WorkQueue queue, List<DirectoryTask> batch) {
        batch.stream()
                .filter(task -> task.order().attempts() == 0)
                .forEach(task -> measures.sent(task.change(), since(task.order().asOf())));
        var call = new DirectoryCall(this, queue, batch);
        var _ =
                Thread.ofVirtual()
                        .name("directory-call")
                        .start(() -> call.run(new Telling(directories, clock, call)));
    }

    /** Waits until something is superseded, or the time is over. */
    void await(BooleanSupplier superseding, Duration pause) throws InterruptedException {
        long nanos = pause.toNanos();
        lock.lock();
        try {
            while (nanos > 0 && !superseding.getAsBoolean()) {
                nanos = superseded.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    void tell(DirectoryTask task, ObservationEvent outcome) {
        var _ =
                outcomes.tell(task, outcome)
                        .exceptionally(
                                _ -> {
                                    findOutAgain(task);
                                    return null;
                                });
    }

    /** Where the watchdog notes what it withdrew. */
    public Withdrawals withdrawals() {
        return withdrawals;
    }

    boolean wasWithdrawn(Order removal) {
        return withdrawals.happenedSince(removal.asOf(), removal.key());
    }

    private Duration since(Instant wanted) {
        return Duration.between(wanted, clock.instant());
    }

    DirectoryMeasures measures() {
        return measures;
    }

    Instant now() {
        return clock.instant();
    }

    /** What the log did not take is not known to anybody. */
    private void findOutAgain(DirectoryTask task) {
        Instant later = clock.instant().plusSeconds(1);
        locked(() -> queue(task).offer(task.again(), later));
    }
}
