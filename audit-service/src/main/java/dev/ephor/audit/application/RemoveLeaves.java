package dev.ephor.audit.application;

import java.time.Instant;

/** Where old leaves are removed; their hashes stay. */
@FunctionalInterface
public interface RemoveLeaves {
    /**
     * Removes some leaves of events from before a time, with what searches and time travels know of
     * them. Only entries that stand before every younger one, and that every follower has taken.
     *
     * @return how many; 0 when there are none left
     */
    int removeSome(Instant before);
}
