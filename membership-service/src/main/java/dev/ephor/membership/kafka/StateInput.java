package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateOutput} wrote. */
class StateInput extends DataInputStream {
    private final Words words = new Words();

    /**
     * @param from where it begins
     */
    StateInput(MembershipKey key, byte[] bytes, int from) {
        super(new ByteArrayInputStream(bytes, from, bytes.length - from));
        words.meet(key.tenant());
        words.meet(key.group());
        words.meet(key.principal());
    }

    /** Reads one thing of a list. */
    @FunctionalInterface
    interface Reader<T> {
        T read(StateInput in) throws IOException;
    }

    /** A count of something. */
    int count() throws IOException {
        return Math.toIntExact(number());
    }

    long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = readByte();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("a number that does not end");
    }

    byte[] bytes() throws IOException {
        return bytes(count());
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    String text() throws IOException {
        int first = readUnsignedByte();
        if (first < Words.MOST) {
            return words.at(first);
        }
        String text =
                switch (first) {
                    case StateOutput.ID -> new UUID(readLong(), readLong()).toString();
                    case StateOutput.TIME -> Instant.ofEpochMilli(number()).toString();
                    case StateOutput.TRACE -> Shapes.trace(bytes(Shapes.TRACE_BYTES));
                    case StateOutput.OTHER -> new String(bytes(), StandardCharsets.UTF_8);
                    default -> throw new IOException("no text begins with " + first);
                };
        words.meet(text);
        return text;
    }

    byte[] json() throws IOException {
        return String.join("\"", list(StateInput::text)).getBytes(StandardCharsets.UTF_8);
    }

    Kept kept(MembershipKey key) throws IOException {
        return new Kept(text(), time(), bytes());
    }

    Instant time() throws IOException {
        long number = number();
        long signed = number >>> 1;
        Instant time = Instant.ofEpochMilli(signed >>> 1 ^ -(signed & 1));
        return (number & 1) == 0 ? time : time.plusNanos(number());
    }

    <T> List<T> list(Reader<T> reader) throws IOException {
        int size = count();
        var things = new ArrayList<T>();
        for (int i = 0; i < size; i++) {
            things.add(reader.read(this));
        }
        return things;
    }

    <T> @Nullable T maybe(Reader<T> reader) throws IOException {
        return readBoolean() ? reader.read(this) : null;
    }

    @Nullable String maybeText() throws IOException {
        return maybe(StateInput::text);
    }

    @Nullable Instant maybeTime() throws IOException {
        return maybe(StateInput::time);
    }
}
