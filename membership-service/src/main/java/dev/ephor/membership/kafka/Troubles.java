package dev.ephor.membership.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The keys of this instance that are stuck or drifted, so that a board of a few need not walk
 * through everything.
 */
public final class Troubles {
    private final Map<Integer, NavigableSet<String>> keys = new ConcurrentHashMap<>();
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    void note(int partition, String key, boolean troubled) {
        if (troubled) {
            keys.computeIfAbsent(partition, _ -> new ConcurrentSkipListSet<>()).add(key);
        } else {
            keys.computeIfPresent(
                    partition,
                    (_, known) -> {
                        known.remove(key);
                        return known;
                    });
        }
    }

    /** All of a partition were noted; from now on its changes are. */
    void know(int partition) {
        known.add(partition);
    }

    boolean knows(Set<Integer> partitions) {
        return known.containsAll(partitions);
    }

    void drop(int partition) {
        keys.remove(partition);
        known.remove(partition);
    }

    /** Those that begin so, in their order. */
    Stream<String> of(String prefix) {
        return keys.values().stream()
                .flatMap(Collection::stream)
                .filter(key -> key.startsWith(prefix))
                .sorted();
    }
}
