package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Removals that are being decided: written down bit by bit, while the directory has not been asked.
 * Where the broker is away that can take as long as it is, and whoever looks at the windows finds
 * this one closed. Thread-safe.
 */
public final class Untold {
    private final Map<MembershipKey, Since> keys = new ConcurrentHashMap<>();

    private record Since(int partition, Instant at) {}

    void begin(int partition, MembershipKey key, Instant at) {
        keys.putIfAbsent(key, new Since(partition, at));
    }

    /** The directory was asked. */
    void end(MembershipKey key) {
        keys.remove(key);
    }

    void drop(int partition) {
        keys.values().removeIf(since -> since.partition == partition);
    }

    /** Those that began before. */
    Stream<MembershipKey> before(Instant time) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().at.isBefore(time))
                .map(Map.Entry::getKey);
    }
}
