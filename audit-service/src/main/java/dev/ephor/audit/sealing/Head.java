package dev.ephor.audit.sealing;

/**
 * Where the log ends.
 *
 * @param size how many entries it has, which is the sequence of the next one
 * @param hash the hash of the last entry
 */
public record Head(long size, Hash hash) {
    /** The head of an empty log. */
    public static final Head EMPTY = new Head(0, Chain.GENESIS);

    /** The next entry. */
    public Entry seal(byte[] leaf) {
        Hash leafHash = Chain.leafHash(leaf);
        return new Entry(size, leaf, leafHash, hash, Chain.link(hash, leafHash));
    }

    /** The head after an entry that this one sealed. */
    public Head after(Entry entry) {
        return new Head(entry.sequence() + 1, entry.hash());
    }
}
