package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.entra.Assignment.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The active assignments of PIM, and PIM's clock. Each ends by itself: a thread sleeps until the
 * next one is due. Assigning links the principal to the group, and ending takes that link away,
 * whoever made it; a link that somebody else takes away leaves its assignment behind.
 */
final class Assignments implements AutoCloseable {
    private final Directory directory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Link, Assignment> live = new HashMap<>();
    private Duration ahead = Duration.ZERO;
    private boolean closed;

    Assignments(Directory directory) {
        this.directory = directory;
        Thread.ofVirtual().name("pim").start(this::endInTime);
    }

    /** The machine's time, and what the clock was put forward by. */
    Instant now() {
        return locked(() -> Instant.now().plus(ahead));
    }

    /** Puts the clock forward; what is over by then has ended when this returns. */
    void forward(Duration by) {
        locked(
                () -> {
                    ahead = ahead.plus(by);
                    endDue();
                    changed.signalAll();
                    return by;
                });
    }

    Optional<Assignment> of(Link link) {
        return locked(() -> Optional.ofNullable(live.get(link)));
    }

    List<Assignment> all() {
        return locked(() -> List.copyOf(live.values()));
    }

    /** Runs with the assignments to itself. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void assign(Assignment assignment) {
        locked(
                () -> {
                    Link link = assignment.link();
                    directory.ensure(
                            directory.group(link.group()), link.access(), link.principal());
                    return replace(assignment);
                });
    }

    /** Changes an assignment and leaves the link as it is. */
    Assignment replace(Assignment assignment) {
        return locked(
                () -> {
                    live.put(assignment.link(), assignment);
                    changed.signalAll();
                    return assignment;
                });
    }

    void end(Link link) {
        locked(
                () -> {
                    directory.end(directory.group(link.group()), link.access(), link.principal());
                    return Optional.ofNullable(live.remove(link));
                });
    }

    private void endInTime() {
        lock.lock();
        try {
            while (!closed) {
                endDue();
                Optional<Instant> next = next();
                if (next.isEmpty()) {
                    changed.await();
                } else {
                    Duration left = Duration.between(Instant.now().plus(ahead), next.get());
                    var _ = changed.await(Math.max(1, left.toNanos()), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void endDue() {
        Instant now = Instant.now().plus(ahead);
        live.values().stream()
                .filter(assignment -> assignment.isOverBy(now))
                .map(Assignment::link)
                .toList()
                .forEach(this::end);
    }

    private Optional<Instant> next() {
        return live.values().stream()
                .map(Assignment::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    @Override
    public void close() {
        locked(
                () -> {
                    closed = true;
                    changed.signalAll();
                    return true;
                });
    }
}
