package dev.ephor.faults.referee;

/**
 * A stretch of time.
 *
 * @param from milliseconds since 1970
 * @param to the first millisecond that is not in it any more; {@link #OPEN} where it has no end
 */
record Span(long from, long to) {
    static final long OPEN = Long.MAX_VALUE;

    boolean isEmpty() {
        return to <= from;
    }

    boolean isOpen() {
        return to == OPEN;
    }

    boolean holds(long at) {
        return from <= at && at < to;
    }

    boolean touches(Span other) {
        return from <= other.to && other.from <= to;
    }

    long length() {
        return Math.max(0, to - from);
    }

    Span within(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to));
    }
}
