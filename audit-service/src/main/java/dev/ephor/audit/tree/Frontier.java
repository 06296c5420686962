package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a tree needs to grow: the roots of its full subtrees, one for each bit of its size, the
 * largest first. A leaf more costs one node on the average, however large the tree is.
 *
 * <p>Not safe for use by several threads.
 */
public final class Frontier {
    private final List<Hash> roots;
    private long size;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    /** Of a tree without a leaf. */
    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /**
     * The reverse of {@link #bytes()}.
     *
     * @throws IllegalArgumentException when a tree of that size has another frontier
     */
    public static Frontier of(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new IllegalArgumentException(
                    "%d bytes are not the frontier of a tree of %d leaves"
                            .formatted(bytes.length, size));
        }
        var roots = new ArrayList<Hash>();
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            roots.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
        }
        return new Frontier(size, roots);
    }

    /** Hears of every subtree that becomes full. */
    @FunctionalInterface
    interface Completed {
        /**
         * @param height 0 for a leaf
         */
        void full(int height, Hash root);
    }

    /** Adds a leaf at the end. */
    public void add(Hash leafHash) {
        add(leafHash, (_, _) -> {});
    }

    void add(Hash leafHash, Completed heard) {
        Hash root = leafHash;
        heard.full(0, root);
        for (int height = 0; (size >>> height & 1) == 1; height++) {
            root = Chain.node(roots.removeLast(), root);
            heard.full(height + 1, root);
        }
        roots.add(root);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root of the whole tree (RFC 6962 section 2.1). */
    public Hash root() {
        if (roots.isEmpty()) {
            return Chain.emptyRoot();
        }
        Hash root = roots.getLast();
        for (Hash left : roots.reversed().subList(1, roots.size())) {
            root = Chain.node(left, root);
        }
        return root;
    }

    /** The roots, 32 bytes each. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(roots.size() * Hash.LENGTH);
        roots.forEach(root -> bytes.put(root.bytes()));
        return bytes.array();
    }
}
