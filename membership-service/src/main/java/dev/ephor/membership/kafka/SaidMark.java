package dev.ephor.membership.kafka;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Until when everything that was said is known to have left, so that a restart after a quiet time
 * says nothing again. One entry beside the deadlines, behind all of them.
 */
final class SaidMark {
    private static final Bytes ENTRY = new Deadlines.Due(-1, "said").entry();

    private static final long UNREAD = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private long said;
    private long settled = UNREAD;

    SaidMark(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Something was said then. */
    void saidAt(Instant time) {
        said = Math.max(said, time.toEpochMilli());
    }

    /** Whether it is not known that what was said then has left. */
    boolean isOpenAt(long millis) {
        return millis > settled();
    }

    /** When the mark can be moved on, unless more is said; {@link Deadlines#NEVER} for never. */
    long next() {
        return isOpenAt(said) ? said + Transition.KEPT.toMillis() : Deadlines.NEVER;
    }

    void timePasses(long now) {
        if (now >= next()) {
            settled = said;
            store.put(ENTRY, ByteBuffer.allocate(Long.BYTES).putLong(settled).array());
        }
    }

    private long settled() {
        if (settled == UNREAD) {
            byte @Nullable [] known = store.get(ENTRY);
            settled = known == null ? 0 : ByteBuffer.wrap(known).getLong();
        }
        return settled;
    }
}
