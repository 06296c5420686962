package dev.ephor.connector;

import java.util.List;
import java.util.Optional;

/**
 * One open connection to a directory or a target. Calls block (they are made on virtual threads),
 * may come from several threads at once, and are idempotent: granting what is there and withdrawing
 * what is absent are successes.
 *
 * <p>Every method takes memberships <em>of one group and one access</em> and answers in the same
 * order, one answer for each. A connector sends them in as few calls as the other side allows,
 * never retries by itself and never waits longer than its configured time-out: retrying, ordering
 * and back-off are the caller's.
 */
public interface Connector extends AutoCloseable {

    /** What {@link #check} answers where a connector offers none. */
    Answer UNCHECKED =
            new Answer.Rejected("connectors of this kind cannot be tested without a membership");

    /** Makes each principal hold the access: {@link Answer.Applied} or a failure. */
    List<Answer> grant(List<Membership> memberships);

    /** Takes the access from each principal: {@link Answer.Applied} or a failure. */
    List<Answer> withdraw(List<Membership> memberships);

    /**
     * Reads back, from the other side and never from a cache: {@link Answer.Observed} or a failure.
     */
    List<Answer> observe(List<Membership> memberships);

    /**
     * Tests the address and the credentials, and changes nothing: {@code Applied(false)} where the
     * other side would let calls in, else the failure.
     */
    default Answer check() {
        return UNCHECKED;
    }

    /** How much the other side lets be written; the caller keeps to it. */
    default WriteBudget writeBudget() {
        return WriteBudget.UNLIMITED;
    }

    /** How to read who holds what, where the other side can be asked that. */
    default Optional<Roster> roster() {
        return Optional.empty();
    }

    /** How to grant so that the other side itself ends the access, where it can. */
    default Optional<BoundedGrants> boundedGrants() {
        return Optional.empty();
    }

    /** Frees sockets and threads. Calls after it are a bug. */
    @Override
    void close();
}
