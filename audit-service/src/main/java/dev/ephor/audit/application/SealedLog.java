package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Identity;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.audit.tree.Tile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the log is written; everything within the caller's transaction. */
public interface SealedLog {

    /** The end of the log; whoever else wants it waits until this transaction is over. */
    Tip lockTip();

    /**
     * The records among these that the log has already, as they were sealed; empty for one whose
     * stored bytes somebody damaged.
     */
    Map<Identity, Optional<Leaf>> known(Collection<Identity> identities);

    /** Adds entries and the tiles that they fill, and wakes the followers on commit. */
    void append(List<Addition> additions, List<Tile> tiles, Tip tip);
}
