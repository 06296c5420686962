package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.kit.time.Stop;
import java.util.List;
import java.util.OptionalLong;

/** The log as its followers see it, and where they stand. */
public interface FollowedLog {
    /** Gives a follower that is new its position, the beginning. */
    void introduce(String follower);

    /**
     * The sequence that a follower takes next; nobody else can take until the caller's transaction
     * is over. Empty while somebody else does.
     */
    OptionalLong lock(String follower);

    /**
     * The entries from a sequence on, in their order; fewer than asked for where they are large.
     *
     * @throws IllegalStateException when the log has lost an entry of them
     */
    List<Entry> from(long sequence, int most);

    /** Within the caller's transaction. */
    void move(String follower, long position);

    /** The sequence that a follower takes next. */
    long position(String follower);

    /** Every follower that has a position, by name. */
    List<FollowerStanding> standings();

    /** Forgets a follower's position, within the caller's transaction. */
    void drop(String follower);

    /**
     * Calls for every commit that sealed, also at another instance, and whenever one could have
     * been missed.
     *
     * @param stop asked once a second whether to return
     */
    void listen(Stop stop, Runnable woken);
}
