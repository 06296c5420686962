package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Hash;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A full tile: {@value #WIDTH} hashes in a row of one level. At level 0 they are leaf hashes, at
 * any other the roots of full tiles of the level below. It never changes.
 *
 * @param number its place in its level, from 0
 * @param root what stands for it one level up
 */
public record Tile(int level, long number, List<Hash> hashes, Hash root) {
    public static final int WIDTH = 256;

    /** Nodes between a tile's hashes and its root. */
    static final int HEIGHT = 8;

    /** The hashes one after the other. */
    public byte[] bytes() {
        return bytes(hashes);
    }

    /** Hashes one after the other: what a tile, full or not, is on the wire. */
    public static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    /** How many hashes a level has when the tree has so many leaves; partial tiles are not seen. */
    public static long hashesOf(int level, long size) {
        return level * HEIGHT >= Long.SIZE ? 0 : size >>> level * HEIGHT;
    }
}
