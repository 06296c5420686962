package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;

/**
 * What is wanted of a membership at its targets, and the generation that said so: the fence that an
 * older event cannot pass.
 */
public record Wanted(Change change, long generation) {

    /** Before anything was heard: every generation is newer. */
    public static final Wanted NOTHING = new Wanted(Change.WITHDRAW, -1);

    /** Whether a grant of that generation comes too late; at one generation the removal wins. */
    boolean forbidsGrantOf(long asked) {
        return asked < generation || asked == generation && change == Change.WITHDRAW;
    }
}
