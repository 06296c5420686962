package dev.ephor.audit.application;

import dev.ephor.audit.application.Search.Position;
import dev.ephor.audit.sealing.Entry;
import java.util.List;

/** Where entries are found by what they say. */
@FunctionalInterface
public interface FindFiled {
    /** In the order that the search wants. */
    List<Found> matching(Search search);

    /** An entry, and where it stands in that order. */
    record Found(Position position, Entry entry) {}
}
