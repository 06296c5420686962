package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what {@link StateInput} reads, in as few bytes as go without much thought: numbers by
 * their size, words that have a {@link Words number} as that, ids and times in binary. A lost state
 * is read again as fast as it is small.
 */
final class StateOutput extends DataOutputStream {
    /** A text that is an id: sixteen bytes. */
    static final int ID = Words.MOST;

    /** A text that is a time: its milliseconds. */
    static final int TIME = ID + 1;

    /** A text that is a traceparent: what is between its dashes. */
    static final int TRACE = TIME + 1;

    /** Any other text: its length and its bytes. */
    static final int OTHER = TRACE + 1;

    private final ByteArrayOutputStream written;
    private final Words words = new Words();

    private StateOutput(ByteArrayOutputStream written) {
        super(written);
        this.written = written;
    }

    /**
     * @param key of the state, whose parts need not be written
     */
    static StateOutput about(MembershipKey key) {
        var out = new StateOutput(new ByteArrayOutputStream(512));
        out.words.meet(key.tenant());
        out.words.meet(key.group());
        out.words.meet(key.principal());
        return out;
    }

    /** Writes one thing of a list. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T thing, StateOutput out) throws IOException;
    }

    byte[] toByteArray() {
        return written.toByteArray();
    }

    /** Seven bits to a byte, the lowest first. */
    void number(long number) throws IOException {
        long left = number;
        while ((left & ~0x7fL) != 0) {
            writeByte((int) (left | 0x80));
            left >>>= 7;
        }
        writeByte((int) left);
    }

    void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        write(bytes);
    }

    void text(String text) throws IOException {
        int number = words.numberOf(text);
        if (number >= 0) {
            writeByte(number);
        } else {
            anew(text);
            words.meet(text);
        }
    }

    private void anew(String text) throws IOException {
        long millis = Shapes.millis(text);
        if (Shapes.isId(text)) {
            UUID id = UUID.fromString(text);
            writeByte(ID);
            writeLong(id.getMostSignificantBits());
            writeLong(id.getLeastSignificantBits());
        } else if (millis >= 0) {
            writeByte(TIME);
            number(millis);
        } else if (Shapes.isTrace(text)) {
            writeByte(TRACE);
            write(Shapes.trace(text));
        } else {
            writeByte(OTHER);
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** JSON, or any text in UTF-8, as the pieces between its quotation marks. */
    void json(byte[] json) throws IOException {
        String[] pieces = new String(json, StandardCharsets.UTF_8).split("\"", -1);
        number(pieces.length);
        for (String piece : pieces) {
            text(piece);
        }
    }

    /** Milliseconds, and whether there is less than that beside them. */
    void time(Instant time) throws IOException {
        int nanos = time.getNano() % 1_000_000;
        // The sign goes last, as times before the epoch are rare.
        long millis = time.toEpochMilli();
        number((millis << 1 ^ millis >> 63) << 1 | (nanos == 0 ? 0 : 1));
        if (nanos != 0) {
            number(nanos);
        }
    }

    <T> void list(Collection<T> things, Writer<T> writer) throws IOException {
        number(things.size());
        for (T thing : things) {
            writer.write(thing, this);
        }
    }

    <T> void maybe(@Nullable T thing, Writer<T> writer) throws IOException {
        writeBoolean(thing != null);
        if (thing != null) {
            writer.write(thing, this);
        }
    }

    void maybeText(@Nullable String text) throws IOException {
        maybe(text, (t, out) -> out.text(t));
    }

    void maybeTime(@Nullable Instant time) throws IOException {
        maybe(time, (t, out) -> out.time(t));
    }
}
