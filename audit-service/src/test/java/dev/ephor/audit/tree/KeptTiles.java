package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log's tree in memory, kept as the store keeps it: leaf hashes and full tiles. */
public final class KeptTiles implements ReadHashes {
    final List<Hash> leaves = new ArrayList<>();
    final Map<List<Long>, Tile> tiles = new HashMap<>();
    Frontier frontier = Frontier.empty();
    int reads;

    public void grow(List<Hash> more) {
        var growth = new Growth(frontier, this);
        growth.add(more);
        growth.tiles()
                .forEach(tile -> tiles.put(List.of((long) tile.level(), tile.number()), tile));
        leaves.addAll(more);
        frontier = Frontier.of(frontier.size(), frontier.bytes());
    }

    /** As the head of the log has it. */
    public Frontier frontier() {
        return Frontier.of(frontier.size(), frontier.bytes());
    }

    @Override
    public List<Hash> hashes(int level, long first, int count) {
        reads++;
        var hashes = new ArrayList<Hash>();
        for (long i = first; i < first + count; i++) {
            hashes.add(level == 0 ? leaves.get((int) i) : tiles.get(List.of(level - 1L, i)).root());
        }
        return hashes;
    }
}
