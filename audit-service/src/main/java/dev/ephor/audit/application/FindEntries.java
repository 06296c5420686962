package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Head;
import java.util.List;
import java.util.Optional;

/** Where the log is read. */
public interface FindEntries {
    Head head();

    /** The end of the log, tree included. */
    Tip tip();

    /** Whether the last entry is the head's, seen at one instant. */
    boolean endAsTheHeadSays();

    Optional<Entry> bySequence(long sequence);

    /** In the order of their sequence, from the one after this on. */
    List<Entry> behind(long sequence, int limit);

    /** Every entry of an activation's correlation id, by time and, at one time, sequence. */
    List<Entry> ofActivation(String activation);
}
