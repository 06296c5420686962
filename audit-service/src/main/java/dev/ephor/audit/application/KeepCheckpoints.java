package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where checkpoints are kept; everything within the caller's transaction. */
public interface KeepCheckpoints {
    /**
     * What is kept of one.
     *
     * @param note as it was signed, with the cosignatures that came since
     */
    record Kept(long size, Hash root, String note) {}

    /**
     * Writes down what will be signed; returns the root that this size has had before, if it has.
     */
    Hash intend(long size, Hash root, Instant now);

    /** What is intended and not signed, the smallest first; nobody else gets them meanwhile. */
    List<Intended> unsigned();

    /** A size and a root that may be signed. */
    record Intended(long size, Hash root) {}

    void sign(long size, String note);

    /** The signed one of the largest size. */
    Optional<Kept> newest();

    Optional<Kept> ofSize(long size);

    /**
     * Keeps what a witness signed, in place of what it signed before.
     *
     * @param key name and id
     * @param line of a signed note
     */
    void cosign(long size, String key, String line, Instant now);

    /** The largest size that this key cosigned; 0 without one. */
    long cosignedUpTo(String key);
}
