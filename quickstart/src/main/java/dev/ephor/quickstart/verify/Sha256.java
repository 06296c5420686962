package dev.ephor.quickstart.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The three kinds of hashes of a log. */
final class Sha256 {
    private Sha256() {}

    static byte[] leaf(byte[] leaf) {
        return of(new byte[] {0}, leaf);
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {1}, left, right);
    }

    static byte[] link(byte[] previous, byte[] leafHash) {
        return of(new byte[] {2}, previous, leafHash);
    }

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
