package dev.ephor.audit.sealing;

import java.nio.charset.StandardCharsets;

/**
 * How a line hangs on the one before it; docs/audit-log.md describes it for other programs.
 *
 * <p>The first byte hashed says what is hashed, so that no hash of one kind can pass for another:
 * 0x00 a leaf and 0x01 a node of the Merkle tree over the leaf hashes (RFC 6962 section 2.1), 0x02
 * a link of the chain.
 */
public final class Chain {
    /** What entry 0 follows: SHA-256 of the text {@code ephor-audit-log/1}. */
    public static final Hash GENESIS =
            Hash.over("ephor-audit-log/1".getBytes(StandardCharsets.US_ASCII));

    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};
    private static final byte[] LINK = {0x02};

    private Chain() {}

    /** SHA-256(0x00 || leaf). */
    public static Hash leafHash(byte[] leaf) {
        return Hash.over(LEAF, leaf);
    }

    /** SHA-256(0x01 || left || right): a node of the Merkle tree. */
    public static Hash node(Hash left, Hash right) {
        return Hash.over(NODE, left.bytes(), right.bytes());
    }

    /** SHA-256 of nothing: the root of the empty tree. */
    public static Hash emptyRoot() {
        return Hash.over();
    }

    /** SHA-256(0x02 || previous || leafHash): the hash of the entry after {@code previous}. */
    public static Hash link(Hash previous, Hash leafHash) {
        return Hash.over(LINK, previous.bytes(), leafHash.bytes());
    }
}
