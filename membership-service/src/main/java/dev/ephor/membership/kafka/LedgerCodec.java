package dev.ephor.membership.kafka;

import static java.util.stream.Collectors.toMap;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Measures.Tally;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.kafka.Deadlines.Due;
import dev.ephor.membership.kafka.Ledger.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/**
 * A {@link Ledger} as bytes: a head of fixed length, so that a walk over everything at start reads
 * no more than it needs, then each field. No library's format: each end of a window reads and
 * writes one, and JSON took a third of the time of a burst.
 */
final class LedgerCodec {
    private static final byte VERSION = 4;

    /** Numbers and texts at their full length; read, and written anew when the key changes. */
    private static final byte LONG_VERSION = 3;

    private static final int HEAD = 1 + 2 * Long.BYTES + 2 * Short.BYTES + 1;

    private LedgerCodec() {}

    /**
     * What can be told from the head alone.
     *
     * @param saidAt when something was said last
     * @param nextDue when the key is due next, in milliseconds; {@link Deadlines#NEVER} for never
     */
    record Head(Instant saidAt, long nextDue, Tally tally) {
        boolean outstanding() {
            return tally.unconfirmed() > 0;
        }
    }

    static Tally tally(Grants grants) {
        int live = (int) grants.live().count();
        boolean outstanding = grants.outstanding();
        return new Tally(
                live,
                grants.grants().size() - live,
                outstanding ? 1 : 0,
                outstanding && grants.confirmation().stuck() ? 1 : 0,
                grants.drift().isPresent() ? 1 : 0);
    }

    static byte[] write(Ledger ledger) {
        try (var out = StateOutput.about(ledger.grants().key())) {
            head(ledger, out);
            GrantsFormat.write(ledger.grants(), out);
            out.list(ledger.origins().entrySet(), LedgerCodec::origin);
            out.list(ledger.lately(), LedgerCodec::kept);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ledger read(MembershipKey key, byte[] bytes) {
        head(bytes);
        try (var in = input(key, bytes)) {
            Grants grants = GrantsFormat.read(key, in);
            Map<String, Origin> origins =
                    in.list(LedgerCodec::origin).stream()
                            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Ledger(grants, origins, in.list(i -> i.kept(key)));
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(
                    "a state that cannot be read: " + key, new IOException(e));
        }
    }

    private static StateInput input(MembershipKey key, byte[] bytes) {
        return bytes[0] == LONG_VERSION
                ? new LongStateInput(key, bytes, HEAD)
                : new StateInput(key, bytes, HEAD);
    }

    static Head head(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes, 0, HEAD);
        byte version = head.get();
        if (version != VERSION && version != LONG_VERSION) {
            throw new IllegalStateException("a state of another version: " + version);
        }
        Instant saidAt = Instant.ofEpochMilli(head.getLong());
        long nextDue = head.getLong();
        int live = head.getShort();
        int scheduled = head.getShort();
        int flags = head.get();
        var tally = new Tally(live, scheduled, flags & 1, flags >> 1 & 1, flags >> 2 & 1);
        return new Head(saidAt, nextDue, tally);
    }

    private static void head(Ledger ledger, StateOutput out) throws IOException {
        Tally tally = tally(ledger.grants());
        out.writeByte(VERSION);
        out.writeLong(ledger.saidAt().toEpochMilli());
        out.writeLong(ledger.due().map(Due::millis).orElse(Deadlines.NEVER));
        out.writeShort(tally.live());
        out.writeShort(tally.scheduled());
        out.writeByte(tally.unconfirmed() | tally.stuck() << 1 | tally.drifted() << 2);
    }

    private static void origin(Map.Entry<String, Origin> entry, StateOutput out)
            throws IOException {
        out.text(entry.getKey());
        out.text(entry.getValue().approval());
        out.maybeText(entry.getValue().traceparent());
    }

    private static Map.Entry<String, Origin> origin(StateInput in) throws IOException {
        return Map.entry(in.text(), new Origin(in.text(), in.maybeText()));
    }

    private static void kept(Kept said, StateOutput out) throws IOException {
        out.text(said.id());
        out.time(said.time());
        out.bytes(said.rest());
    }
}
