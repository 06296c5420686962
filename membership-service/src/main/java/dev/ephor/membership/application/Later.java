package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The tasks whose time is yet to come. Not thread-safe. */
final class Later {
    private record Delayed(DirectoryTask task, Instant until) {}

    private final PriorityQueue<Delayed> tasks =
            new PriorityQueue<>(Comparator.comparing(Delayed::until));

    void add(DirectoryTask task, Instant until) {
        tasks.add(new Delayed(task, until));
    }

    /** Takes those out whose time has come. */
    List<DirectoryTask> takeDue(Instant now) {
        var due = new ArrayList<DirectoryTask>();
        while (!tasks.isEmpty() && !tasks.peek().until.isAfter(now)) {
            due.add(tasks.remove().task);
        }
        return due;
    }

    /** Takes those of a key out. */
    List<DirectoryTask> take(MembershipKey key) {
        var its = tasks.stream().filter(d -> d.task.key().equals(key)).toList();
        tasks.removeAll(its);
        return its.stream().map(Delayed::task).toList();
    }

    /** When the time of each comes that still counts. */
    Map<MembershipKey, Instant> times(Predicate<DirectoryTask> counts) {
        var times = new HashMap<MembershipKey, Instant>();
        tasks.stream()
                .filter(d -> counts.test(d.task))
                .forEach(d -> times.put(d.task.key(), d.until));
        return times;
    }

    /** When the next one's time comes; {@link Instant#MAX} if there is none. */
    Instant first() {
        return tasks.isEmpty() ? Instant.MAX : tasks.peek().until;
    }
}
