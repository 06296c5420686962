package dev.ephor.audit.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * By what a record is known that came before. A CloudEvent is known by its source and id (a resend
 * keeps them), on its topic alone, so that whoever may write one topic cannot keep an event of
 * another out of the log. Anything else is known by its bytes and its place.
 */
public record Identity(Hash hash) {

    public static Identity of(Leaf leaf) {
        String source = leaf.header("ce_source");
        String id = leaf.header("ce_id");
        if (isGiven(source) && isGiven(id)) {
            return new Identity(Hash.over(part(leaf.topic()), part(source), part(id)));
        }
        return new Identity(Chain.leafHash(leaf.bytes()));
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
