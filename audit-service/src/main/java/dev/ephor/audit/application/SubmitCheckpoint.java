package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Hash;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** A witness's add-checkpoint (C2SP tlog-witness). */
@FunctionalInterface
public interface SubmitCheckpoint {
    /** Blocks until there is an answer, or there will be none. */
    Answer submit(URI witness, Submission submission);

    /**
     * What is submitted.
     *
     * @param old the size that the witness is believed to have seen; 0 for none
     * @param proof that the log only grew since (RFC 6962 section 2.1.2)
     * @param note the checkpoint
     */
    record Submission(long old, List<Hash> proof, String note) {}

    /** What a witness says. */
    sealed interface Answer {}

    /**
     * 200.
     *
     * @param lines of a signed note; not checked yet
     */
    record Cosigned(String lines) implements Answer {}

    /**
     * 409.
     *
     * @param size that it has seen, where it says one
     */
    record Conflict(OptionalLong size) implements Answer {}

    /** Any other status. */
    record Refused(int status, String why) implements Answer {}

    /** None came. */
    record Unreachable(String why) implements Answer {}
}
