package dev.ephor.audit.sealing;

import java.util.Comparator;

/**
 * Something that is wrong with a log.
 *
 * @param sequence the entry that it is about, or the first of several
 * @param last the last of them; the same for one
 * @param message one sentence for a person
 */
public record Finding(Kind kind, long sequence, long last, String message) {
    static final Comparator<Finding> IN_ORDER =
            Comparator.comparingLong(Finding::sequence).thenComparing(Finding::kind);

    /** What was done to the log. */
    public enum Kind {
        /** Entries are not there. */
        MISSING,
        /** There are several entries of one sequence. */
        REPEATED,
        /** Entries stand at another place than where they were sealed. */
        REORDERED,
        /** An entry does not follow the one before, and its true predecessor is not there. */
        UNLINKED,
        /** The leaf is not the one that was sealed. */
        LEAF_CHANGED,
        /** The leaf hash is not the one that was sealed; the leaf is. */
        LEAF_HASH_CHANGED,
        /** The hash before, as the entry states it, is not the one that was sealed. */
        PREVIOUS_CHANGED,
        /** The entry's hash, or leaf and leaf hash together, are not what was sealed. */
        HASH_CHANGED,
        /** The log does not end as its head says. */
        HEAD_DIFFERS,
        /** A search finds the entry under something that its leaf does not say. */
        MISFILED
    }

    static Finding of(Kind kind, long sequence, String message) {
        return new Finding(kind, sequence, sequence, message);
    }

    static Finding of(Kind kind, Segment segment, String message) {
        return new Finding(kind, segment.first(), segment.last(), message);
    }
}
