package dev.ephor.connector.scim;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Ids of one side by those of the other. An id is believed for some time only: a user or group may
 * be deleted in the application and made anew under another id.
 */
final class IdCache {

    private static final int MOST = 100_000;

    private record Entry(String id, long since) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Duration life;
    private final LongSupplier nanoTime;

    IdCache(Duration life, LongSupplier nanoTime) {
        this.life = life;
        this.nanoTime = nanoTime;
    }

    Optional<String> get(String known) {
        return Optional.ofNullable(entries.get(known))
                .filter(entry -> nanoTime.getAsLong() - entry.since < life.toNanos())
                .map(Entry::id);
    }

    void put(String known, String id) {
        if (entries.size() >= MOST) {
            // Starting afresh costs a look-up each; keeping an order would cost every call.
            entries.clear();
        }
        entries.put(known, new Entry(id, nanoTime.getAsLong()));
    }

    void forget(String known) {
        entries.remove(known);
    }
}
