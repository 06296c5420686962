package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;

/** Needs to call the directories that hold the groups. */
public interface Directories {

    /** The three calls of a connector. */
    enum Call {
        GRANT,
        WITHDRAW,
        OBSERVE
    }

    /** The directory that holds the group of a key; the empty string where none is known. */
    String of(MembershipKey key);

    /** Whether a membership that was there before Ephor gave it is somebody else's, by policy. */
    boolean keepsStanding(MembershipKey key);

    /** Whether the directory that holds the group can end a membership by itself. */
    boolean takesBounds(MembershipKey key);

    /**
     * How much may be written to a directory.
     *
     * @param directory as {@link #of} names it
     */
    WriteBudget budget(String directory);

    /**
     * Calls the directory and blocks. Never throws: what went wrong is an answer.
     *
     * @param keys of one group and one access
     * @return an answer for each key, in their order
     */
    List<Answer> call(Call call, List<MembershipKey> keys);

    /**
     * Grants at a directory that takes bounds, and blocks; otherwise as {@link #call}.
     *
     * @param lengths how long from now on the directory is to keep each, of one group and one
     *     access
     */
    List<Answer> grantFor(SequencedMap<MembershipKey, Duration> lengths);
}
