package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import java.util.List;

/**
 * Something that is done with every entry of the log, behind its sealing: in sequence, by one
 * instance at a time. A bean of this type is found and run by {@link Following}.
 */
public interface LogFollower {
    /** The most entries that are taken in one transaction. */
    int MOST = 1_000;

    /** Unique in the service. The position is kept under it: another name begins at entry 0. */
    String name();

    /**
     * Takes the next entries, at most {@link #MOST}, inside a transaction in which the position is
     * moved behind them. What is written in it is done once for each entry; anything else can come
     * again after a crash. An exception undoes the transaction, and the same entries come again
     * until they are taken: nothing may fail because of what an entry says.
     */
    void take(List<Entry> entries);
}
