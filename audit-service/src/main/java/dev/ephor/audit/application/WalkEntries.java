package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import org.jspecify.annotations.Nullable;

/** Goes through a log of any length, seen as it was at one instant. */
public interface WalkEntries {

    /**
     * Takes a visitor through the entries of {@code [from, to)} in the order of their sequence.
     *
     * @param to null: to the end of the log
     */
    void walk(long from, @Nullable Long to, Visitor visitor);

    /** Who is taken through. */
    interface Visitor {
        /**
         * Comes first.
         *
         * @param anchor the hash of the entry before the first one; null when it is not there
         */
        void begin(Head head, @Nullable Hash anchor);

        /**
         * Comes second: leaves before this sequence may have been removed by the policy of
         * retention, and are empty then.
         */
        default void leavesMayBeRemovedBefore(long sequence) {}

        /**
         * @param filed under what the entry is found; null for one that has yet to be filed
         * @return whether to go on
         */
        boolean visit(Entry entry, @Nullable Filing filed);
    }
}
