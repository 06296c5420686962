package dev.ephor.quickstart.verify;

/**
 * What is wrong, and where.
 *
 * @param last greater than {@code first} where it is about several entries in a row
 */
public record Fault(Kind kind, long first, long last, String what) {
    /** How a log can be wrong. */
    public enum Kind {
        /** A byte of the leaf, or its hash. */
        CHANGED,
        MISSING,
        /** Something that was not sealed there. */
        INSERTED,
        REORDERED,
        REPEATED,
        /** Whole in itself, and another history than the one that was signed. */
        FORKED
    }

    static Fault at(Kind kind, long sequence, String what) {
        return new Fault(kind, sequence, sequence, what);
    }

    @Override
    public String toString() {
        String where = first == last ? "entry " + first : "entries %d to %d".formatted(first, last);
        return "%-9s %s: %s".formatted(kind, where, what);
    }
}
