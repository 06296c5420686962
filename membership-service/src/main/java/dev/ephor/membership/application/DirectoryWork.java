package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.util.List;

/** Needs the directory made so. Calls return at once; what came of it arrives as an observation. */
public interface DirectoryWork {

    /** Takes tasks; each supersedes every earlier one of its key. */
    void take(List<DirectoryTask> tasks);

    /**
     * Takes a task that tells a directory when to end a membership by itself, where it is one that
     * can; of others nothing is wanted.
     */
    void bound(DirectoryTask task);

    /** A person wants what failed tried again now. */
    void retry(MembershipKey key);

    /** Lets go of what is not wanted any more, without anything in its place. */
    void release(MembershipKey key);

    /** Lets go of the tasks of a partition that this instance no longer owns. */
    void drop(int partition);
}
