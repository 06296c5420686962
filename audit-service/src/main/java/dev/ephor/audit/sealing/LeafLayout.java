package dev.ephor.audit.sealing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The leaf layout, version 1. Numbers are big-endian; {@code bytes} is a 4-byte length and that
 * many bytes, or the length -1 (ff ff ff ff) alone where there are none.
 *
 * <pre>
 * byte   version = 1
 * bytes  topic, UTF-8
 * int32  partition
 * int64  offset
 * int64  timestamp
 * bytes  key
 * int32  number of headers, then for each, sorted by name: bytes name (UTF-8), bytes value
 * bytes  value
 * </pre>
 *
 * Nothing may follow. A change of this layout is a new version; old lines keep theirs.
 */
final class LeafLayout {
    private static final byte VERSION = 1;
    private static final int ABSENT = -1;
    private static final int NUMBERS = 1 + 4 + 8 + 8 + 4;

    private LeafLayout() {}

    static byte[] write(Leaf leaf) {
        byte[] topic = leaf.topic().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(size(leaf, topic));
        out.put(VERSION);
        put(out, topic);
        out.putInt(leaf.partition()).putLong(leaf.offset()).putLong(leaf.timestamp());
        put(out, leaf.key());
        out.putInt(leaf.headers().size());
        for (Leaf.Header header : leaf.headers()) {
            put(out, header.nameBytes());
            put(out, header.value());
        }
        put(out, leaf.value());
        return out.array();
    }

    static Leaf read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("a leaf of layout " + version + " is not known");
            }
            Leaf leaf = body(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes follow the leaf");
            }
            return leaf;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the leaf ends too early", e);
        }
    }

    private static Leaf body(ByteBuffer in) {
        return new Leaf(
                text(in), in.getInt(), in.getLong(), in.getLong(), take(in), headers(in), take(in));
    }

    private static List<Leaf.Header> headers(ByteBuffer in) {
        int count = in.getInt();
        var headers = new ArrayList<Leaf.Header>();
        for (int i = 0; i < count; i++) {
            headers.add(new Leaf.Header(text(in), take(in)));
        }
        return headers;
    }

    private static int size(Leaf leaf, byte[] topic) {
        int size = NUMBERS + sizeOf(topic) + sizeOf(leaf.key()) + sizeOf(leaf.value());
        for (Leaf.Header header : leaf.headers()) {
            size += sizeOf(header.nameBytes()) + sizeOf(header.value());
        }
        return size;
    }

    private static int sizeOf(byte @Nullable [] bytes) {
        return Integer.BYTES + (bytes == null ? 0 : bytes.length);
    }

    private static void put(ByteBuffer out, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.putInt(ABSENT);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
    }

    private static byte @Nullable [] take(ByteBuffer in) {
        int length = in.getInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a part of " + length + " bytes does not fit");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = take(in);
        if (bytes == null) {
            throw new IllegalArgumentException("a name is absent");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
