package dev.ephor.membership.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes what {@link StateInput} reads: numbers of fixed length, lengths before contents. */
final class StateOutput extends DataOutputStream {
    private final ByteArrayOutputStream written;

    private StateOutput(ByteArrayOutputStream written) {
        super(written);
        this.written = written;
    }

    static StateOutput create() {
        return new StateOutput(new ByteArrayOutputStream(1024));
    }

    /** Writes one thing of a list. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T thing, StateOutput out) throws IOException;
    }

    byte[] toByteArray() {
        return written.toByteArray();
    }

    void bytes(byte[] bytes) throws IOException {
        writeInt(bytes.length);
        write(bytes);
    }

    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void time(Instant time) throws IOException {
        writeLong(time.getEpochSecond());
        writeInt(time.getNano());
    }

    <T> void list(Collection<T> things, Writer<T> writer) throws IOException {
        writeInt(things.size());
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
