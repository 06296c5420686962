package dev.ephor.audit.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;

/** What a witness signs (C2SP tlog-cosignature, type 04): the time, and a checkpoint's text. */
final class Cosignature {
    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private Cosignature() {}

    /** What is signed of a checkpoint at a time, in seconds since 1970. */
    static byte[] message(long seconds, String text) {
        return "cosignature/v1\ntime %d\n%s"
                .formatted(seconds, text)
                .getBytes(StandardCharsets.UTF_8);
    }

    static boolean verify(PublicKey key, String text, byte[] signature) {
        if (signature.length != LENGTH) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] signed = Arrays.copyOfRange(signature, Long.BYTES, LENGTH);
        return seconds >= 0 && Ed25519.verify(key, message(seconds, text), signed);
    }
}
