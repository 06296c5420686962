package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.DirectoryTask.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The keys that wait to be sent, by line; lines take turns. Not thread-safe. */
final class Lane {
    private final Map<Line, LinkedHashSet<MembershipKey>> lines = new LinkedHashMap<>();

    void add(Line line, MembershipKey key) {
        lines.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(key);
    }

    void remove(Line line, MembershipKey key) {
        lines.computeIfPresent(
                line,
                (_, keys) -> {
                    keys.remove(key);
                    return keys.isEmpty() ? null : keys;
                });
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Optional<Line> first(Predicate<Line> wanted) {
        return lines.keySet().stream().filter(wanted).findFirst();
    }

    /** Takes so many keys of a line; what is left of it queues up behind the others. */
    List<MembershipKey> take(Line line, long most) {
        var taken = new ArrayList<MembershipKey>();
        LinkedHashSet<MembershipKey> keys = lines.remove(line);
        if (keys == null) {
            return taken;
        }
        while (!keys.isEmpty() && taken.size() < most) {
            taken.add(keys.removeFirst());
        }
        if (!keys.isEmpty()) {
            lines.put(line, keys);
        }
        return taken;
    }
}
