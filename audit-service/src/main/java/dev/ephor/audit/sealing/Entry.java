package dev.ephor.audit.sealing;

/**
 * A line of the log as it is kept or was handed over; whether its hashes are true is for {@link
 * Verification} to say.
 *
 * @param sequence its place, from 0 without a gap
 * @param leaf the bytes that are proved; see {@link Leaf}
 * @param previous the hash of the entry before, {@link Chain#GENESIS} for entry 0
 */
@SuppressWarnings("ArrayRecordComponent") // entries are compared by their hashes
public record Entry(long sequence, byte[] leaf, Hash leafHash, Hash previous, Hash hash) {}
