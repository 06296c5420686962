package dev.ephor.membership.application;

import dev.ephor.events.Change;
import java.time.Duration;

/** Needs to count and to time what goes to the directories. */
public interface DirectoryMeasures {

    /**
     * A change goes to the directory for the first time.
     *
     * @param waited since it was wanted
     */
    void sent(Change change, Duration waited);

    /** A directory asked to be left alone for a while. */
    void throttled();

    /** A directory answered that two writes of one group met. */
    void conflicted();
}
