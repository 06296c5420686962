package dev.ephor.membership.kafka;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipEvent;
import dev.ephor.membership.application.Measures.Tally;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.kafka.Deadlines.Due;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Ledger} as bytes: a head of fixed length, so that a walk over everything at start reads
 * no more than it needs, and JSON.
 */
final class LedgerCodec {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 2 * Long.BYTES + 2 * Short.BYTES + 1;
    private static final ObjectMapper JSON = EventCodec.json();

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

    private record Body(Grants grants, List<From> origins, List<Said> lately) {}

    /** A map would do, but Jackson remembers every member name that it ever read. */
    private record From(String activationId, Ledger.Origin origin) {}

    /** An envelope whose data says what it is. */
    private record Said(
            String type,
            String id,
            String source,
            Instant time,
            String correlationId,
            @Nullable String causationId,
            @Nullable String traceparent,
            JsonNode data) {

        static Said of(Envelope<MembershipEvent> e) {
            return new Said(
                    EventTypes.nameOf(e.data().getClass()),
                    e.id(),
                    e.source(),
                    e.time(),
                    e.correlationId(),
                    e.causationId(),
                    e.traceparent(),
                    JSON.valueToTree(e.data()));
        }

        Envelope<MembershipEvent> envelope() {
            return new Envelope<>(
                    id, source, time, correlationId, causationId, traceparent, event());
        }

        private MembershipEvent event() {
            Class<? extends Event> known = EventTypes.byName(type).orElseThrow();
            return (MembershipEvent) JSON.convertValue(data, known);
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
        Tally tally = tally(ledger.grants());
        var out = new ByteArrayOutputStream(512);
        byte flags = (byte) (tally.unconfirmed() | tally.stuck() << 1 | tally.drifted() << 2);
        out.writeBytes(
                ByteBuffer.allocate(HEAD)
                        .put(VERSION)
                        .putLong(ledger.saidAt().toEpochMilli())
                        .putLong(ledger.due().map(Due::millis).orElse(Deadlines.NEVER))
                        .putShort((short) tally.live())
                        .putShort((short) tally.scheduled())
                        .put(flags)
                        .array());
        try {
            JSON.writeValue(out, body(ledger));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Head head(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes, 0, HEAD);
        if (head.get() != VERSION) {
            throw new IllegalStateException("a state of another version: " + bytes[0]);
        }
        Instant saidAt = Instant.ofEpochMilli(head.getLong());
        long nextDue = head.getLong();
        int live = head.getShort();
        int scheduled = head.getShort();
        int flags = head.get();
        var tally = new Tally(live, scheduled, flags & 1, flags >> 1 & 1, flags >> 2 & 1);
        return new Head(saidAt, nextDue, tally);
    }

    static Ledger read(byte[] bytes) {
        head(bytes);
        try {
            Body body = JSON.readValue(bytes, HEAD, bytes.length - HEAD, Body.class);
            return new Ledger(
                    body.grants,
                    body.origins.stream().collect(toMap(From::activationId, From::origin)),
                    body.lately.stream().map(Said::envelope).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a state that cannot be read", e);
        }
    }

    private static Body body(Ledger ledger) {
        return new Body(
                ledger.grants(),
                ledger.origins().entrySet().stream()
                        .map(e -> new From(e.getKey(), e.getValue()))
                        .toList(),
                ledger.lately().stream().map(Said::of).toList());
    }
}
