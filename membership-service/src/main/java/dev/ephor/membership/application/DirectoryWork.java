package dev.ephor.membership.application;

/** Needs the directory made so. Calls return at once; what came of it arrives as an observation. */
public interface DirectoryWork {

    /** Takes a task; it supersedes every earlier one of its key. */
    void take(DirectoryTask task);

    /** Lets go of the tasks of a partition that this instance no longer owns. */
    void drop(int partition);
}
