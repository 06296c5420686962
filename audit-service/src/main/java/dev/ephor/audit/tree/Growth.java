package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Hash;
import java.util.ArrayList;
import java.util.List;

/** Lets a tree grow by some leaves, and says which tiles became full. */
public final class Growth {
    private final Frontier frontier;
    private final ReadHashes before;
    private final long size;

    /** For each level what was added to it, in order. */
    private final List<List<Hash>> added = new ArrayList<>();

    /**
     * @param frontier is moved on
     * @param before where the hashes of tiles are that had begun
     */
    public Growth(Frontier frontier, ReadHashes before) {
        this.frontier = frontier;
        this.before = before;
        this.size = frontier.size();
    }

    /** Adds leaves at the end. */
    public void add(List<Hash> leafHashes) {
        leafHashes.forEach(leaf -> frontier.add(leaf, this::full));
    }

    /** The tiles that became full, those of the lowest level first. */
    public List<Tile> tiles() {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; level < added.size(); level++) {
            long first = Tile.hashesOf(level + 1, size);
            List<Hash> roots = addedTo(level + 1);
            for (int n = 0; n < roots.size(); n++) {
                tiles.add(new Tile(level, first + n, hashes(level, first + n), roots.get(n)));
            }
        }
        return tiles;
    }

    private void full(int height, Hash root) {
        if (height % Tile.HEIGHT == 0) {
            int level = height / Tile.HEIGHT;
            while (added.size() <= level) {
                added.add(new ArrayList<>());
            }
            added.get(level).add(root);
        }
    }

    private List<Hash> addedTo(int level) {
        return level < added.size() ? added.get(level) : List.of();
    }

    private List<Hash> hashes(int level, long number) {
        long had = Tile.hashesOf(level, size);
        long first = number * Tile.WIDTH;
        int old = (int) Math.max(0, had - first);
        var hashes = new ArrayList<Hash>(Tile.WIDTH);
        if (old > 0) {
            hashes.addAll(before.hashes(level, first, old));
        }
        int from = (int) (first + old - had);
        hashes.addAll(addedTo(level).subList(from, from + Tile.WIDTH - old));
        return hashes;
    }
}
