package dev.ephor.membership.application;

import dev.ephor.connector.Budget;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.DirectoryTask.Line;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be told to one directory: the newest task of each key, removals before grants, one
 * call at a time for a key and for a line. What waits while a call of its line is under way goes
 * together in the next one, within what the directory lets be written. Not thread-safe.
 */
final class WorkQueue {
    private final Limits limits;
    private final Map<MembershipKey, DirectoryTask> newest = new HashMap<>();
    private final Set<MembershipKey> busy = new HashSet<>();
    private final Writing writing = new Writing();
    private final Lane removals = new Lane();
    private final Lane grants = new Lane();
    private final Later later = new Later();
    private Instant pausedUntil = Instant.MIN;
    private Budget budget;
    private int running;

    WorkQueue(Limits limits, WriteBudget terms) {
        this.limits = limits;
        this.budget = new Budget(terms);
    }

    /** What the directory lets be written may be another now. */
    void keepTo(WriteBudget terms) {
        if (!budget.terms().equals(terms)) {
            budget = new Budget(terms);
        }
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
            later.add(task, until);
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
        return next(Change.WITHDRAW, now).or(() -> next(Change.GRANT, now));
    }

    /** Whether something newer is wanted, or nothing any more. */
    boolean isSuperseded(DirectoryTask task) {
        return newest.get(task.key()) != task;
    }

    /**
     * The change was sent: the next call of the line may go, while this one is read back.
     *
     * @param taken the tasks that the call was to send
     * @param sent those that it did send; the others were found to be as wanted
     */
    void written(Line line, int taken, int sent) {
        writing.end(line);
        budget.spare(kind(line.change()), taken, sent);
    }

    /** A call is over; it was written, and each of its tasks was finished or delayed before. */
    void ended() {
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
            later.add(again, until);
        } else {
            Optional.ofNullable(newest.get(failed.key())).ifPresent(this::ready);
        }
    }

    /** The whole directory asked to be left alone for a while. */
    void pause(Instant now, Instant until) {
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        budget.exhausted(now);
    }

    /** Two writes of one group met in the directory: one at a time, for a while. */
    void oneAtATime(Line line, Instant until) {
        writing.alone(line, until);
    }

    /** Something that failed may work now. */
    void hurry() {
        later.takeDue(Instant.MAX).forEach(this::readyIfNewest);
    }

    /** The same for one key. */
    void hurry(MembershipKey key) {
        later.take(key).forEach(this::readyIfNewest);
    }

    /** When what failed is tried again. */
    Map<MembershipKey, Instant> nextTries() {
        return later.times(task -> !isSuperseded(task));
    }

    /** Nothing is wanted of the key any more. */
    void release(MembershipKey key) {
        DirectoryTask released = newest.remove(key);
        if (released != null) {
            unready(released);
        }
    }

    void drop(int partition) {
        var dropped = newest.values().stream().filter(t -> t.partition() == partition).toList();
        dropped.forEach(this::unready);
        dropped.forEach(t -> newest.remove(t.key()));
    }

    /** When {@link #next} may yield more without anything else happening. */
    Optional<Instant> wakeAt(Instant now) {
        Instant first = later.first();
        for (Change change : Change.values()) {
            if (!lane(change).isEmpty()) {
                Instant affordable = budget.readyAt(kind(change), now);
                Instant ready = affordable.isAfter(pausedUntil) ? affordable : pausedUntil;
                // What may go already waits for a call to end, and not for time.
                first = ready.isAfter(now) && ready.isBefore(first) ? ready : first;
            }
        }
        return Optional.of(first).filter(i -> i.isBefore(Instant.MAX));
    }

    /** The newest task of each key that waits or is under way. */
    Collection<DirectoryTask> tasks() {
        return newest.values();
    }

    private void wake(Instant now) {
        writing.forget(now);
        later.takeDue(now).forEach(this::readyIfNewest);
    }

    private void readyIfNewest(DirectoryTask task) {
        if (!isSuperseded(task)) {
            ready(task);
        }
    }

    private void ready(DirectoryTask task) {
        if (!busy.contains(task.key())) {
            lane(task.change()).add(task.line(), task.key());
        }
    }

    private void unready(DirectoryTask task) {
        lane(task.change()).remove(task.line(), task.key());
    }

    private Optional<List<DirectoryTask>> next(Change change, Instant now) {
        if (running >= limits.of(change) || lane(change).isEmpty()) {
            return Optional.empty();
        }
        long affordable = budget.affordable(kind(change), now);
        return affordable == 0
                ? Optional.empty()
                : lane(change).first(writing::mayBegin).map(line -> taken(line, affordable));
    }

    private List<DirectoryTask> taken(Line line, long affordable) {
        int most = writing.isAlone(line) ? budget.inOneWrite(kind(line.change())) : limits.batch();
        most = Math.min(most, limits.batch());
        List<DirectoryTask> batch =
                lane(line.change()).take(line, Math.min(most, affordable)).stream()
                        .map(key -> Objects.requireNonNull(newest.get(key)))
                        .toList();
        batch.forEach(task -> busy.add(task.key()));
        budget.spend(kind(line.change()), batch.size());
        writing.begin(line);
        running++;
        return batch;
    }

    private Lane lane(Change change) {
        return change == Change.WITHDRAW ? removals : grants;
    }

    private static Budget.Kind kind(Change change) {
        return change == Change.WITHDRAW ? Budget.Kind.WITHDRAW : Budget.Kind.GRANT;
    }
}
