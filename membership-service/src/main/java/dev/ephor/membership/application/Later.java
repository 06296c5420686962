package dev.ephor.membership.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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

    /** When the next one's time comes; {@link Instant#MAX} if there is none. */
    Instant first() {
        return tasks.isEmpty() ? Instant.MAX : tasks.peek().until;
    }
}
