package dev.ephor.audit.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * By what a record is known that came before. A CloudEvent is known by its source and id (a resend
 * keeps them), on its topic alone, so that whoever may write one topic cannot keep an event of
 * another out of the log. Anything else is known by its bytes and its place.
 *
 * @param hash what is compared
 * @param recall where to look for it: neighbours in time are neighbours here wherever the identity
 *     itself tells a time, so that an index grows at its end
 */
public record Identity(Hash hash, long recall) {
    private static final int UUID_LENGTH = 36;
    private static final int UUID_VERSION = 14;
    private static final int BITS_OF_HASH = 16;

    public static Identity of(Leaf leaf) {
        String source = leaf.header("ce_source");
        String id = leaf.header("ce_id");
        if (isGiven(source) && isGiven(id)) {
            Hash hash = Hash.over(part(leaf.topic()), part(source), part(id));
            return of(hash, milliseconds(String.valueOf(id)));
        }
        return of(Chain.leafHash(leaf.bytes()), leaf.timestamp());
    }

    /**
     * @param milliseconds the time that belongs to the identity, since 1970; negative without one
     */
    private static Identity of(Hash hash, long milliseconds) {
        long bits = ByteBuffer.wrap(hash.bytes()).getLong();
        return new Identity(
                hash,
                milliseconds < 0
                        ? bits
                        : milliseconds << BITS_OF_HASH | bits >>> (Long.SIZE - BITS_OF_HASH));
    }

    /** What a UUID of version 7 begins with (RFC 9562 section 5.7); -1 for any other id. */
    private static long milliseconds(String id) {
        if (id.length() != UUID_LENGTH || id.charAt(UUID_VERSION) != '7') {
            return -1;
        }
        try {
            return Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static byte[] part(@Nullable String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
