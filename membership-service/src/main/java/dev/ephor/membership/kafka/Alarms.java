package dev.ephor.membership.kafka;

import dev.ephor.membership.kafka.Deadlines.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When a person has to be called for a removal that is not confirmed. In memory alone, because most
 * are confirmed in a moment: {@link Resuming} sees every one that is not when a task begins.
 */
final class Alarms {
    private final TreeSet<Due> times =
            new TreeSet<>(Comparator.comparingLong(Due::millis).thenComparing(Due::key));

    /** Sets the alarm of a key anew. */
    void move(String key, Optional<Instant> before, Optional<Instant> after) {
        if (!after.equals(before)) {
            before.ifPresent(at -> times.remove(Due.at(at, key)));
            after.ifPresent(at -> times.add(Due.at(at, key)));
        }
    }

    /** When the first rings; {@link Deadlines#NEVER} for never. */
    long next() {
        return times.isEmpty() ? Deadlines.NEVER : times.first().millis();
    }

    /** Takes out those that ring by now, at most so many. */
    List<Due> dueBy(long now, int atMost) {
        var due = new ArrayList<Due>();
        while (due.size() < atMost && next() <= now) {
            due.add(times.removeFirst());
        }
        return due;
    }
}
