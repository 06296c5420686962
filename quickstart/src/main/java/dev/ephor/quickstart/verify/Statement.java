package dev.ephor.quickstart.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed checkpoint (C2SP signed-note and tlog-checkpoint) whose signature was checked.
 *
 * @param root 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes where it is used
public record Statement(String origin, long size, byte[] root) {
    private static final int ID = 4;
    private static final int KEY = 32;
    private static final int ED25519 = 1;

    private record Key(String name, byte[] id, PublicKey key) {}

    /**
     * @param keys verifier keys, name+id+key
     * @throws IllegalStateException when no key of these signed it, one did so falsely, or it is no
     *     checkpoint
     */
    public static Statement read(String note, List<String> keys) {
        int divide = note.lastIndexOf("\n\n");
        if (divide < 0 || !note.endsWith("\n")) {
            throw new IllegalStateException(
                    "the checkpoint is no signed note: text, an empty line, signatures");
        }
        String text = note.substring(0, divide + 1);
        List<Key> known = keys.stream().filter(k -> !k.isBlank()).map(Statement::key).toList();
        long good =
                note.substring(divide + 2)
                        .lines()
                        .filter(line -> isGood(line, text, known))
                        .count();
        if (good == 0) {
            throw new IllegalStateException("no key that is known signed the checkpoint");
        }
        return parsed(text);
    }

    private static Statement parsed(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalStateException("this is no checkpoint: origin, size, root");
        }
        byte[] root = base64(lines.get(2));
        if (root.length != Roots.LENGTH) {
            throw new IllegalStateException("the root of the checkpoint has not 32 bytes");
        }
        return new Statement(lines.getFirst(), Long.parseLong(lines.get(1)), root);
    }

    private static boolean isGood(String line, String text, List<Key> known) {
        String[] words = line.split(" ", 3);
        if (words.length < 3 || !words[0].equals("\u2014")) {
            throw new IllegalStateException("this is no signature line: " + line);
        }
        byte[] blob = base64(words[2]);
        for (Key key : known) {
            boolean isBy =
                    key.name().equals(words[1])
                            && blob.length > ID
                            && Arrays.equals(key.id(), Arrays.copyOf(blob, ID));
            if (isBy && !verifies(key, text, Arrays.copyOfRange(blob, ID, blob.length))) {
                throw new IllegalStateException(
                        "the signature of " + key.name() + " is not over this checkpoint");
            } else if (isBy) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(Key key, String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.key());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Key key(String text) {
        String[] parts = text.strip().split("\\+", 3);
        byte[] typed = parts.length < 3 ? new byte[0] : base64(parts[2]);
        if (typed.length != 1 + KEY || typed[0] != ED25519) {
            throw new IllegalStateException("'%s' is no verifier key".formatted(text));
        }
        byte[] name = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] id = Arrays.copyOf(Sha256.of(name, typed), ID);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalStateException(
                    "the id of the key '%s' is not its own".formatted(text));
        }
        return new Key(parts[0], id, publicKey(typed));
    }

    /** RFC 8032 section 5.1.2. */
    private static PublicKey publicKey(byte[] typed) {
        byte[] y = new byte[KEY];
        for (int i = 0; i < KEY; i++) {
            y[i] = typed[KEY - i];
        }
        boolean isXOdd = y[0] < 0;
        y[0] &= 0x7f;
        var point = new EdECPoint(isXOdd, new BigInteger(1, y));
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("this is no base 64: " + text, e);
        }
    }
}
