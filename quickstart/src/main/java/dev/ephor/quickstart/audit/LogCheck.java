package dev.ephor.quickstart.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Checks a log: no gap in the sequence, each leaf as it was sealed, each entry chained to the one
 * before.
 */
public final class LogCheck {
    private static final byte LEAF = 0;
    private static final byte LINK = 2;

    private final MessageDigest sha256 = sha256();

    /**
     * The first thing that is wrong with the log from its beginning; empty when it is whole.
     *
     * @param entries in the order of their sequence
     * @param head what the log says of its size and its last hash
     */
    public Optional<String> firstFault(List<JsonNode> entries, JsonNode head) {
        byte[] previous = hash("ephor-audit-log/1".getBytes(StandardCharsets.UTF_8));
        for (int n = 0; n < entries.size(); n++) {
            JsonNode entry = entries.get(n);
            Optional<String> fault = fault(entry, n, previous);
            if (fault.isPresent()) {
                return fault;
            }
            previous = bytes(entry, "hash");
        }
        boolean ends = head.path("size").asLong() <= entries.size() || entries.isEmpty();
        return ends ? Optional.empty() : Optional.of("the log ends before its head says");
    }

    private Optional<String> fault(JsonNode entry, int n, byte[] previous) {
        if (entry.path("sequence").asLong(-1) != n) {
            return Optional.of("after %d comes %s".formatted(n - 1, entry.path("sequence")));
        }
        byte[] leafHash =
                hash(new byte[] {LEAF}, Base64.getDecoder().decode(entry.path("leaf").asText()));
        if (!MessageDigest.isEqual(leafHash, bytes(entry, "leafHash"))) {
            return Optional.of("the leaf of entry %d was changed".formatted(n));
        }
        if (!MessageDigest.isEqual(previous, bytes(entry, "previous"))
                || !MessageDigest.isEqual(
                        hash(new byte[] {LINK}, previous, leafHash), bytes(entry, "hash"))) {
            return Optional.of("entry %d is not chained to the one before".formatted(n));
        }
        return Optional.empty();
    }

    private byte[] hash(byte[]... parts) {
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    private static byte[] bytes(JsonNode entry, String name) {
        return HexFormat.of().parseHex(entry.path(name).asText());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
