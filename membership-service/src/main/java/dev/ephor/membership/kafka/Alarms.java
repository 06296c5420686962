package dev.ephor.membership.kafka;

import dev.ephor.membership.kafka.Deadlines.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When a person has to be called for a removal that is not confirmed. In memory alone, because most
 * are confirmed in a moment: {@link Resuming} sees every one that is not when a task begins.
 */
final class Alarms {
    /** What was noticed late is given this long, so that a night without a broker is no storm. */
    private static final Duration CHANCE = Duration.ofSeconds(5);

    private final TreeSet<Due> times =
            new TreeSet<>(Comparator.comparingLong(Due::millis).thenComparing(Due::key));
    private final Map<String, Due> byKey = new HashMap<>();

    /** Sets the alarm of a key anew. */
    void set(String key, Optional<Instant> at, long now) {
        Due before = byKey.remove(key);
        if (before != null) {
            times.remove(before);
        }
        at.map(time -> Math.max(time.toEpochMilli(), now + CHANCE.toMillis()))
                .map(millis -> new Due(millis, key))
                .ifPresent(
                        due -> {
                            byKey.put(key, due);
                            times.add(due);
                        });
    }

    /** When the first rings; {@link Deadlines#NEVER} for never. */
    long next() {
        return times.isEmpty() ? Deadlines.NEVER : times.first().millis();
    }

    /** Takes out those that ring by now, at most so many. */
    List<Due> dueBy(long now, int atMost) {
        var due = new ArrayList<Due>();
        while (due.size() < atMost && next() <= now) {
            Due first = times.removeFirst();
            byKey.remove(first.key());
            due.add(first);
        }
        return due;
    }
}
