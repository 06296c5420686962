package dev.ephor.membership.kafka;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateOutput} wrote. */
final class StateInput extends DataInputStream {

    StateInput(byte[] bytes, int from) {
        super(new ByteArrayInputStream(bytes, from, bytes.length - from));
    }

    /** Reads one thing of a list. */
    @FunctionalInterface
    interface Reader<T> {
        T read(StateInput in) throws IOException;
    }

    byte[] bytes() throws IOException {
        return readNBytes(readInt());
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Instant time() throws IOException {
        return Instant.ofEpochSecond(readLong(), readInt());
    }

    <T> List<T> list(Reader<T> reader) throws IOException {
        int size = readInt();
        var things = new ArrayList<T>(size);
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
