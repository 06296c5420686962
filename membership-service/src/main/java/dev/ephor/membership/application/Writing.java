package dev.ephor.membership.application;

import dev.ephor.membership.application.DirectoryTask.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which lines are being written: one call at a time for each, and one write at a time for a group
 * whose directory answered that two of them met. Not thread-safe.
 */
final class Writing {
    private final Set<Line> lines = new HashSet<>();
    private final Map<String, Instant> alone = new HashMap<>();

    /** Whether a call of the line may begin. */
    boolean mayBegin(Line line) {
        return isAlone(line)
                ? lines.stream().noneMatch(other -> other.group().equals(line.group()))
                : !lines.contains(line);
    }

    /** Whether the group of the line takes one write at a time. */
    boolean isAlone(Line line) {
        return alone.containsKey(line.group());
    }

    void begin(Line line) {
        lines.add(line);
    }

    void end(Line line) {
        lines.remove(line);
    }

    /** From now on the group of the line takes one write at a time, for a while. */
    void alone(Line line, Instant until) {
        alone.put(line.group(), until);
    }

    /** Forgets which groups had to be written alone some time ago. */
    void forget(Instant now) {
        if (!alone.isEmpty()) {
            alone.values().removeIf(until -> !until.isAfter(now));
        }
    }
}
