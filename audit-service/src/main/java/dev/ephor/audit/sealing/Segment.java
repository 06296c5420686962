package dev.ephor.audit.sealing;

/** Entries in a row, each of which follows the one before. */
final class Segment {
    private final long first;
    private final Hash follows;
    private long last;
    private Hash end;
    private Hash recomputedEnd;

    /**
     * @param follows the hash of the entry that the first one was sealed after
     * @param recomputed what the entry's hash should be: where only the stated one was changed, the
     *     next entry still follows this
     */
    Segment(Hash follows, Entry entry, Hash recomputed) {
        this.first = entry.sequence();
        this.follows = follows;
        this.last = entry.sequence();
        this.end = entry.hash();
        this.recomputedEnd = recomputed;
    }

    void add(Entry entry, Hash recomputed) {
        last = entry.sequence();
        end = entry.hash();
        recomputedEnd = recomputed;
    }

    boolean endsWith(Hash hash) {
        return end.equals(hash) || recomputedEnd.equals(hash);
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long length() {
        return last - first + 1;
    }

    Hash follows() {
        return follows;
    }

    Hash end() {
        return end;
    }

    Hash recomputedEnd() {
        return recomputedEnd;
    }
}
