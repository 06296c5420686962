package dev.ephor.membership.application;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.DirectoryTask.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What is to be told to one directory: the newest task of each key, removals before grants, one
 * call at a time for a key and for a line. What waits while a call of its line is under way goes
 * together in the next one. Not thread-safe.
 */
final class WorkQueue {
    /**
     * @param calls at the same time
     * @param batch memberships in one call
     */
    record Limits(int calls, int batch) {
        /** Grants leave some calls free, so that a removal never waits behind a burst of them. */
        int of(Change change) {
            return change == Change.WITHDRAW ? calls : Math.max(1, calls - Math.max(1, calls / 4));
        }
    }

    private record Delayed(DirectoryTask task, Instant until) {}

    private final Limits limits;
    private final Map<MembershipKey, DirectoryTask> newest = new HashMap<>();
    private final Set<MembershipKey> busy = new HashSet<>();
    private final Set<Line> writing = new HashSet<>();
    private final Map<Line, LinkedHashSet<MembershipKey>> removals = new LinkedHashMap<>();
    private final Map<Line, LinkedHashSet<MembershipKey>> grants = new LinkedHashMap<>();
    private final PriorityQueue<Delayed> delayed =
            new PriorityQueue<>(Comparator.comparing(Delayed::until));
    private Instant pausedUntil = Instant.MIN;
    private int running;

    WorkQueue(Limits limits) {
        this.limits = limits;
    }

    /** Takes a task, unless the same is wanted already. */
    void offer(DirectoryTask task) {
        DirectoryTask before = newest.get(task.key());
        if (before != null && before.order().sameAs(task.order())) {
            return;
        }
        if (before != null) {
            unready(before);
        }
        newest.put(task.key(), task);
        ready(task);
    }

    /** Takes a task whose time is yet to come, unless something is wanted already. */
    void offer(DirectoryTask task, Instant until) {
        if (newest.putIfAbsent(task.key(), task) == null) {
            delayed.add(new Delayed(task, until));
        }
    }

    /** Whether something waits or is under way for the key. */
    boolean holds(MembershipKey key) {
        return newest.containsKey(key) || busy.contains(key);
    }

    /** The next call to make, if one may be made now. */
    Optional<List<DirectoryTask>> next(Instant now) {
        wake(now);
        if (now.isBefore(pausedUntil)) {
            return Optional.empty();
        }
        return next(Change.WITHDRAW).or(() -> next(Change.GRANT));
    }

    /** Whether something newer is wanted, or nothing any more. */
    boolean isSuperseded(DirectoryTask task) {
        return newest.get(task.key()) != task;
    }

    /** The change was sent: the next call of the line may go, while this one is read back. */
    void written(Line line) {
        writing.remove(line);
    }

    /** A call is over; each of its tasks was finished or delayed before. */
    void ended(Line line) {
        writing.remove(line);
        running--;
    }

    /** The task is done with; what superseded it may go. */
    void finish(DirectoryTask task) {
        busy.remove(task.key());
        if (!newest.remove(task.key(), task)) {
            Optional.ofNullable(newest.get(task.key())).ifPresent(this::ready);
        }
    }

    /** The task failed and is tried again later in this form, unless it was superseded. */
    void delay(DirectoryTask failed, DirectoryTask again, Instant until) {
        busy.remove(failed.key());
        if (newest.replace(failed.key(), failed, again)) {
            delayed.add(new Delayed(again, until));
        } else {
            Optional.ofNullable(newest.get(failed.key())).ifPresent(this::ready);
        }
    }

    /** The whole directory asked to be left alone for a while. */
    void pause(Instant until) {
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
    }

    /** Something that failed may work now. */
    void hurry() {
        delayed.forEach(d -> readyIfNewest(d.task));
        delayed.clear();
    }

    void drop(int partition) {
        var dropped = newest.values().stream().filter(t -> t.partition() == partition).toList();
        dropped.forEach(this::unready);
        dropped.forEach(t -> newest.remove(t.key()));
    }

    /** When {@link #next} may yield more without anything else happening. */
    Optional<Instant> wakeAt() {
        Instant first = delayed.isEmpty() ? Instant.MAX : delayed.peek().until;
        if (!removals.isEmpty() || !grants.isEmpty()) {
            first = first.isBefore(pausedUntil) ? first : pausedUntil;
        }
        return Optional.of(first).filter(i -> i.isAfter(Instant.MIN) && i.isBefore(Instant.MAX));
    }

    int waiting() {
        return newest.size();
    }

    private void wake(Instant now) {
        while (!delayed.isEmpty() && !delayed.peek().until.isAfter(now)) {
            readyIfNewest(delayed.remove().task);
        }
    }

    private void readyIfNewest(DirectoryTask task) {
        if (!isSuperseded(task)) {
            ready(task);
        }
    }

    private void ready(DirectoryTask task) {
        if (!busy.contains(task.key())) {
            lane(task.change())
                    .computeIfAbsent(task.line(), _ -> new LinkedHashSet<>())
                    .add(task.key());
        }
    }

    private void unready(DirectoryTask task) {
        lane(task.change())
                .computeIfPresent(
                        task.line(),
                        (_, keys) -> {
                            keys.remove(task.key());
                            return keys.isEmpty() ? null : keys;
                        });
    }

    private Optional<List<DirectoryTask>> next(Change change) {
        if (running >= limits.of(change)) {
            return Optional.empty();
        }
        return lane(change).entrySet().stream()
                .filter(entry -> !writing.contains(entry.getKey()))
                .findFirst()
                .map(entry -> taken(entry.getKey(), entry.getValue()));
    }

    private List<DirectoryTask> taken(Line line, LinkedHashSet<MembershipKey> waiting) {
        var batch = new ArrayList<DirectoryTask>();
        while (!waiting.isEmpty() && batch.size() < limits.batch) {
            MembershipKey key = waiting.removeFirst();
            busy.add(key);
            batch.add(Objects.requireNonNull(newest.get(key)));
        }
        // What is left of a line queues up behind the others.
        lane(line.change()).remove(line);
        if (!waiting.isEmpty()) {
            lane(line.change()).put(line, waiting);
        }
        writing.add(line);
        running++;
        return batch;
    }

    private Map<Line, LinkedHashSet<MembershipKey>> lane(Change change) {
        return change == Change.WITHDRAW ? removals : grants;
    }
}
