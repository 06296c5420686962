package dev.ephor.connector.scim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The application's ids by the directory's. An id is believed for some minutes only: a user or
 * group may be deleted there and made anew under another id.
 */
final class IdCache {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 100_000;

    private record Entry(String id, long since) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    IdCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Optional<String> get(String directoryId) {
        return Optional.ofNullable(entries.get(directoryId))
                .filter(entry -> nanoTime.getAsLong() - entry.since < LIFE.toNanos())
                .map(Entry::id);
    }

    void put(String directoryId, String id) {
        if (entries.size() >= MOST) {
            // Starting afresh costs a look-up each; keeping an order would cost every call.
            entries.clear();
        }
        entries.put(directoryId, new Entry(id, nanoTime.getAsLong()));
    }

    void forget(String directoryId) {
        entries.remove(directoryId);
    }
}
