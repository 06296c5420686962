package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs of a tree out of its tiles (RFC 6962 section 2.1). Each tile is read once, and a
 * proof needs two of each level.
 *
 * <p>Not safe for use by several threads.
 */
public final class Proofs {
    private final long size;
    private final ReadHashes stored;
    private final Map<Place, List<Hash>> read = new HashMap<>();

    private record Place(int level, long number) {}

    /**
     * @param size how many leaves of the tree there are to be read
     */
    public Proofs(long size, ReadHashes stored) {
        this.size = size;
        this.stored = stored;
    }

    /** The root that the tree had when it had so many leaves. */
    public Hash root(long leaves) {
        return leaves == 0 ? Chain.emptyRoot() : range(0, leaves);
    }

    /**
     * PATH(index, D[leaves]): the leaf's sibling first.
     *
     * @throws IllegalArgumentException unless 0 &lt;= index &lt; leaves &lt;= size
     */
    public List<Hash> inclusion(long index, long leaves) {
        check(0 <= index && index < leaves && leaves <= size, index, leaves);
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = leaves;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /**
     * PROOF(older, D[newer]); empty from an empty tree, which needs no proof, and from a tree to
     * itself.
     *
     * @throws IllegalArgumentException unless 0 &lt;= older &lt;= newer &lt;= size
     */
    public List<Hash> consistency(long older, long newer) {
        check(0 <= older && older <= newer && newer <= size, older, newer);
        var proof = new ArrayList<Hash>();
        if (older == 0) {
            return proof;
        }
        long from = 0;
        long to = newer;
        while (older < to) {
            long middle = from + split(to - from);
            if (older <= middle) {
                proof.add(range(middle, to));
                to = middle;
            } else {
                proof.add(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(range(from, to));
        }
        return proof.reversed();
    }

    private static void check(boolean holds, long first, long second) {
        if (!holds) {
            throw new IllegalArgumentException("no proof from %d to %d".formatted(first, second));
        }
    }

    /** The largest power of two below a number of leaves greater than one. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** MTH(D[from:to]), where from is the beginning of a subtree. */
    private Hash range(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return node(Long.numberOfTrailingZeros(leaves), from);
        }
        long middle = from + split(leaves);
        return Chain.node(range(from, middle), range(middle, to));
    }

    /** The root of the full subtree of a height that begins at a leaf. */
    private Hash node(int height, long firstLeaf) {
        int level = height / Tile.HEIGHT;
        long first = firstLeaf >>> level * Tile.HEIGHT;
        int within = (int) (first % Tile.WIDTH);
        int count = 1 << height % Tile.HEIGHT;
        return fold(tile(level, first / Tile.WIDTH).subList(within, within + count));
    }

    private List<Hash> tile(int level, long number) {
        long first = number * Tile.WIDTH;
        int width = (int) Math.min(Tile.WIDTH, Tile.hashesOf(level, size) - first);
        return read.computeIfAbsent(
                new Place(level, number), _ -> stored.hashes(level, first, width));
    }

    private static Hash fold(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            var above = new ArrayList<Hash>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Chain.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
