package dev.ephor.membership.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * When each key is due next, in the order of time: the store's key is the due time (8 bytes, big
 * endian, milliseconds) and the membership key.
 *
 * <p>A scan begins where the last one ended, which is kept in memory: it never walks the tombstones
 * of what fired before, and a look that finds nothing due is a comparison.
 */
final class Deadlines {
    static final long NEVER = Long.MAX_VALUE - 1;
    private static final byte[] NOTHING = new byte[0];

    /**
     * One entry.
     *
     * @param millis since the epoch, rounded up: nothing is due before its time
     * @param key the membership key's text
     */
    record Due(long millis, String key) {
        static Due at(Instant time, String key) {
            return new Due(time.plusNanos(999_999).toEpochMilli(), key);
        }

        static Due of(Bytes entry) {
            ByteBuffer bytes = ByteBuffer.wrap(entry.get());
            return new Due(bytes.getLong(), StandardCharsets.UTF_8.decode(bytes).toString());
        }

        Bytes entry() {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            return Bytes.wrap(
                    ByteBuffer.allocate(Long.BYTES + text.length)
                            .putLong(millis)
                            .put(text)
                            .array());
        }
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private Bytes low = new Due(0, "").entry();
    private long next;

    Deadlines(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The earliest time at which something may be due. */
    long next() {
        return next;
    }

    void put(Due due) {
        Bytes entry = due.entry();
        store.put(entry, NOTHING);
        low = entry.compareTo(low) < 0 ? entry : low;
        next = Math.min(next, due.millis);
    }

    /** Puts it unless it is there; for what a crash may have torn. */
    void ensure(Due due) {
        if (store.get(due.entry()) == null) {
            put(due);
        }
    }

    void remove(Due due) {
        store.delete(due.entry());
    }

    /**
     * What is due by now, earliest first, at most so many, and {@link #next} moves on: what is
     * returned has to be dealt with.
     */
    List<Due> dueBy(long now, int atMost) {
        List<Due> due = scan(store, low, now, atMost);
        if (due.size() == atMost) {
            low = due.getLast().entry();
            next = due.getLast().millis;
        } else {
            low = new Due(now + 1, "").entry();
            next = first();
        }
        return due;
    }

    private static List<Due> scan(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes from, long until, int atMost) {
        var due = new ArrayList<Due>();
        try (var entries = store.range(from, new Due(until + 1, "").entry())) {
            while (due.size() < atMost && entries.hasNext()) {
                due.add(Due.of(entries.next().key));
            }
        }
        return due;
    }

    private long first() {
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(low, new Due(NEVER, "").entry())) {
            return entries.hasNext() ? Due.of(entries.next().key).millis : NEVER;
        }
    }
}
