package dev.ephor.audit.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signature a line of a note is, and the key that checks it: {@code
 * name+hex(id)+base64(type||key)}, as C2SP's signed-note writes it.
 *
 * @param id the first four bytes of SHA-256(name || 0x0A || type || key)
 */
public record VerifierKey(String name, int id, Type type, PublicKey key) {

    /** What is signed. */
    public enum Type {
        /** The note's text. */
        ED25519(0x01),
        /** The time, and the text of a checkpoint: a witness's. */
        COSIGNATURE(0x04);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    /** Of a key in its 32 bytes. */
    static VerifierKey of(String name, Type type, PublicKey key) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'%s' names no key: it is empty, or has a space or a plus".formatted(name));
        }
        return new VerifierKey(name, id(name, type, Ed25519.bytes(key)), type, key);
    }

    /**
     * @throws IllegalArgumentException when this is no key, or none of a known type
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("a verifier key is name+id+key, not '" + text + "'");
        }
        try {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            VerifierKey key = of(parts[0], type(typed), Ed25519.publicKey(bytes(typed)));
            if (!idText(key.id()).equals(parts[1])) {
                throw new IllegalArgumentException("the id is not the key's: " + idText(key.id()));
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no verifier key: %s".formatted(text, e.getMessage()), e);
        }
    }

    private static Type type(byte[] typed) {
        for (Type type : Type.values()) {
            if (typed.length == 1 + Ed25519.KEY_LENGTH && typed[0] == type.code) {
                return type;
            }
        }
        throw new IllegalArgumentException("it is not of type 01 or 04 with 32 bytes");
    }

    private static byte[] bytes(byte[] typed) {
        return java.util.Arrays.copyOfRange(typed, 1, typed.length);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> Character.isSpaceChar(c) || c <= ' ' || c == '+');
    }

    private static int id(String name, Type type, byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(type.code);
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The id as eight hexadecimal digits. */
    public static String idText(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    /** Whether the signature is this key's, over that text. */
    public boolean verifies(String text, NoteSignature signature) {
        return switch (type) {
            case ED25519 -> Ed25519.verify(key, utf8(text), signature.bytes());
            case COSIGNATURE -> Cosignature.verify(key, text, signature.bytes());
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        byte[] typed =
                ByteBuffer.allocate(1 + Ed25519.KEY_LENGTH)
                        .put(type.code)
                        .put(Ed25519.bytes(key))
                        .array();
        return name + "+" + idText(id) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
