package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.MembershipKey;
import java.util.List;

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
}
