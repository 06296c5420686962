package dev.ephor.connector;

import java.time.Duration;

/**
 * How much the other side lets one client write, and what a call takes of it: a bucket of tokens
 * that holds {@code writes} and is filled again evenly over {@code per}.
 *
 * @param grantsInOneWrite memberships of one group that are granted for one token
 * @param withdrawalsInOneWrite memberships of one group that are withdrawn for one token
 */
public record WriteBudget(
        int writes, Duration per, int grantsInOneWrite, int withdrawalsInOneWrite) {

    /** Of an other side that sets no limit, or tells none. */
    public static final WriteBudget UNLIMITED =
            new WriteBudget(
                    Integer.MAX_VALUE, Duration.ofSeconds(1), Integer.MAX_VALUE, Integer.MAX_VALUE);

    public WriteBudget {
        if (writes < 1 || !per.isPositive() || grantsInOneWrite < 1 || withdrawalsInOneWrite < 1) {
            throw new IllegalArgumentException(
                    "a budget of %d writes in %s: give at least one, and a length of time"
                            .formatted(writes, per));
        }
    }
}
