package dev.ephor.audit.tree;

import dev.ephor.audit.sealing.Hash;
import java.util.List;

/** Where the hashes of tiles are kept. */
@FunctionalInterface
public interface ReadHashes {
    /**
     * Some of one tile.
     *
     * @param first counted through the whole level
     * @param count all of the same tile
     * @throws IllegalStateException when the tree has lost one of them
     */
    List<Hash> hashes(int level, long first, int count);
}
