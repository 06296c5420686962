package dev.ephor.audit.application;

/**
 * What came of asking a witness.
 *
 * @param why for an operator; empty where all is well
 */
public record WitnessOutcome(Kind kind, String why) {
    /** What it was. */
    public enum Kind {
        NOTHING_NEW,
        COSIGNED,
        /** It wants no checkpoint of this log, or not this one. */
        REFUSED,
        UNREACHABLE,
        /** What it signed, it did not sign. */
        FALSE_SIGNATURE,
        /** It has seen a log of this name that this one does not follow on. */
        ANOTHER_LOG
    }

    static final WitnessOutcome NOTHING_NEW = new WitnessOutcome(Kind.NOTHING_NEW, "");
    static final WitnessOutcome COSIGNED = new WitnessOutcome(Kind.COSIGNED, "");

    static WitnessOutcome refused(int status, String why) {
        String hint =
                switch (status) {
                    case 403 -> " (it does not have this log's key: see GET .../log/keys)";
                    case 404 -> " (it does not know this log's name, or the address is wrong)";
                    default -> "";
                };
        return new WitnessOutcome(Kind.REFUSED, "it answers %d%s: %s".formatted(status, hint, why));
    }

    static WitnessOutcome unreachable(String why) {
        return new WitnessOutcome(Kind.UNREACHABLE, "it does not answer: " + why);
    }

    static WitnessOutcome falseSignature(String why) {
        return new WitnessOutcome(
                Kind.FALSE_SIGNATURE, "what it answers is no cosignature of its key: " + why);
    }

    static WitnessOutcome anotherLog(String why) {
        return new WitnessOutcome(
                Kind.ANOTHER_LOG,
                why
                        + ". Either the database was put back to an earlier state, or somebody else"
                        + " signs in this log's name: see 'A database that was put back' in"
                        + " docs/audit-log.md");
    }

    /** Whether asking again at once is pointless. */
    public boolean isFailure() {
        return kind != Kind.NOTHING_NEW && kind != Kind.COSIGNED;
    }
}
