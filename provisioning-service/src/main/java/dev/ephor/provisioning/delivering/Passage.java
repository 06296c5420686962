package dev.ephor.provisioning.delivering;

import java.time.Instant;

/** Whether a target may be called now. */
sealed interface Passage {

    /**
     * It may.
     *
     * @param memberships how many may be told
     * @param probe whether the call finds out for all others whether the target answers again
     */
    record Go(int memberships, boolean probe) implements Passage {}

    /** The target asked to be left alone, or lets no more be written: nothing is wrong. */
    record Later(Instant until) implements Passage {}

    /**
     * The target does not answer, and another call finds out when it does again.
     *
     * @param reason one line for a person
     */
    record Held(Instant until, String reason) implements Passage {}
}
