package dev.ephor.membership.application;

import dev.ephor.events.Change;

/**
 * How much goes to one directory at a time.
 *
 * @param calls at the same time
 * @param batch memberships in one call
 */
public record Limits(int calls, int batch) {
    /** Grants leave some calls free, so that a removal never waits behind a burst of them. */
    int of(Change change) {
        return change == Change.WITHDRAW ? calls : Math.max(1, calls - Math.max(1, calls / 4));
    }
}
