package dev.ephor.audit.application;

import dev.ephor.audit.notes.Checkpoint;
import dev.ephor.audit.sealing.Hash;

/**
 * What this database is beside the checkpoints that were published.
 *
 * @param why for an operator: what does not fit, and the way out; empty where all is well
 */
public record Comparison(Kind kind, String why) {
    private static final String WAY_OUT =
            " Nothing is signed and nothing is sealed meanwhile; Kafka keeps the events. Stop"
                    + " audit-service, give it a database that has these entries (its write-ahead log,"
                    + " a replica, a later backup) and start it; or give the lost entries up and let"
                    + " the log go on under another name (ephor.audit.origin): see 'A database that"
                    + " was put back' in docs/audit-log.md";

    /** How they fit. */
    public enum Kind {
        /** The log only grew since. */
        SAME,
        /** Fewer entries than were signed. */
        SHORTER,
        /** Other entries than were signed. */
        OTHER,
        /** Nothing was signed by a key that is known, so there is nothing to compare with. */
        UNKNOWN_KEYS
    }

    static final Comparison SAME = new Comparison(Kind.SAME, "");

    static Comparison shorter(Checkpoint published, long size) {
        return new Comparison(
                Kind.SHORTER,
                "the log %s was signed and published with %d entries, and this database has %d: it was put back to an earlier state, or is another one."
                                .formatted(published.origin(), published.size(), size)
                        + WAY_OUT);
    }

    static Comparison other(Checkpoint published, Hash root) {
        return new Comparison(
                Kind.OTHER,
                "the log %s was signed and published with the root %s at %d entries, and in this database they have the root %s: it was put back to an earlier state and went on from there, or was changed."
                                .formatted(
                                        published.origin(),
                                        published.root(),
                                        published.size(),
                                        root)
                        + WAY_OUT);
    }

    static Comparison brokenTree(long size, Hash root, Hash stored) {
        return new Comparison(
                Kind.OTHER,
                "the head of the log says that %d entries have the root %s, and the stored tree has the root %s: the database was changed."
                                .formatted(size, root, stored)
                        + WAY_OUT);
    }

    static Comparison unknownKeys(String origin) {
        return new Comparison(
                Kind.UNKNOWN_KEYS,
                "no checkpoint of the log %s that was published lately is signed by a key that is configured, so nobody can tell whether this database has what was signed; nothing is signed. Name the key that signed them in ephor.audit.checkpoints.keys, or its verifier key in ephor.audit.checkpoints.retired-keys, and start audit-service again"
                        .formatted(origin));
    }

    public boolean allowsSigning() {
        return kind == Kind.SAME;
    }

    /**
     * What is sealed behind entries that are not the signed ones would go out under sequences that
     * others have, and be missing in the right database.
     */
    public boolean allowsSealing() {
        return kind == Kind.SAME || kind == Kind.UNKNOWN_KEYS;
    }
}
