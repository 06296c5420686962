package dev.ephor.faults.referee;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of the audit log that are proved, and its hashes, by its published format alone. */
final class Leaf {
    private Leaf() {}

    static byte[] of(Said said) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(1);
            write(out, utf8(said.topic()));
            out.writeInt(said.partition());
            out.writeLong(said.offset());
            out.writeLong(said.timestamp());
            write(out, utf8(said.key()));
            out.writeInt(said.headers().size());
            for (Map.Entry<String, String> header : new TreeMap<>(said.headers()).entrySet()) {
                write(out, utf8(header.getKey()));
                write(out, utf8(header.getValue()));
            }
            write(out, said.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What the first line is chained to. */
    static String beginning() {
        return hex(utf8("ephor-audit-log/1"));
    }

    static String leafHash(byte[] leaf) {
        return hex(new byte[] {0}, leaf);
    }

    static String hash(String previous, String leafHash) {
        return hex(
                new byte[] {2},
                HexFormat.of().parseHex(previous),
                HexFormat.of().parseHex(leafHash));
    }

    private static String hex(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
