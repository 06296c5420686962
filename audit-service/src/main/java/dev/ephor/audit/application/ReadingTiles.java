package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.tree.ReadHashes;
import dev.ephor.audit.tree.Tile;
import dev.ephor.audit.tree.TilePath;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log as tiles (C2SP tlog-tiles). */
@ApplicationScoped
public class ReadingTiles {
    /** What two bytes can say of an entry's length. */
    private static final int LONGEST = 0xffff;

    private final FindEntries entries;
    private final WalkEntries walk;
    private final ReadHashes hashes;

    ReadingTiles(FindEntries entries, WalkEntries walk, ReadHashes hashes) {
        this.entries = entries;
        this.walk = walk;
        this.hashes = hashes;
    }

    /** A tile's bytes; empty where the log has not come so far. */
    public Optional<byte[]> tile(TilePath path) {
        if (!path.isWithin(entries.head().size())) {
            return Optional.empty();
        }
        return Optional.of(
                path.isOfEntries()
                        ? leaves(path)
                        : Tile.bytes(hashes.hashes(path.level(), path.first(), path.width())));
    }

    private byte[] leaves(TilePath path) {
        var bundle = new Bundle();
        walk.walk(path.first(), path.first() + path.width(), bundle);
        return bundle.bytes.toByteArray();
    }

    /** No leaf is empty: the length 0 alone says that this one has no room here. */
    private static final class Bundle implements WalkEntries.Visitor {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void begin(Head head, @Nullable Hash anchor) {
            // The entries are enough.
        }

        @Override
        public boolean visit(Entry entry, @Nullable Filing filed) {
            byte[] leaf = entry.leaf().length <= LONGEST ? entry.leaf() : new byte[0];
            bytes.write(leaf.length >>> Byte.SIZE);
            bytes.write(leaf.length);
            bytes.writeBytes(leaf);
            return true;
        }
    }
}
