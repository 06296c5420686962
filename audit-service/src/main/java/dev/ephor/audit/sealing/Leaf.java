package dev.ephor.audit.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it went over the wire, with where it stood: everything that one line proves.
 *
 * @param timestamp milliseconds since 1970 as the record says, -1 without
 * @param headers all of them, sorted by the bytes of their names; those of one name stay in the
 *     order in which they came
 * @param value null for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // leaves are compared by their bytes
public record Leaf(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        List<Header> headers,
        byte @Nullable [] value) {
    private static final Comparator<Header> BY_NAME =
            (a, b) -> Arrays.compareUnsigned(a.nameBytes(), b.nameBytes());

    public Leaf {
        headers = headers.stream().sorted(BY_NAME).toList();
    }

    /** A header as it came; its value may be absent, and need not be text. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Header(String name, byte @Nullable [] value) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The bytes that are hashed, in the layout of docs/audit-log.md. */
    public byte[] bytes() {
        return LeafLayout.write(this);
    }

    /**
     * The reverse of {@link #bytes()}.
     *
     * @throws IllegalArgumentException when the bytes are not of that layout
     */
    public static Leaf read(byte[] bytes) {
        return LeafLayout.read(bytes);
    }

    /** Whether the other is the same record, perhaps at another place: what a resend leaves. */
    public boolean saysTheSameAs(Leaf other) {
        return Arrays.equals(withoutPlace().bytes(), other.withoutPlace().bytes());
    }

    /** The last header of the name as text; null when it is absent or no UTF-8. */
    public @Nullable String header(String name) {
        Header last = null;
        for (Header header : headers) {
            last = header.name().equals(name) ? header : last;
        }
        return last == null ? null : text(last.value());
    }

    /** The key as text; null when it is absent or no UTF-8. */
    public @Nullable String keyText() {
        return text(key);
    }

    private Leaf withoutPlace() {
        return new Leaf(topic, 0, 0, 0, key, headers, value);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
