package dev.ephor.faults.referee;

import java.util.Comparator;
import java.util.List;

/**
 * How soon all has to be well, with and after what was done to the platform. One process may cost 2
 * s of calm and several 3 s, by the goals; a second more is for a machine that others use as well.
 * A call that failed is repeated after waits that double, so what failed for 20 s may wait 16 s.
 */
record Bounds(List<Fault> faults) {
    /** How many times as long as by the goals everything may take. */
    static final long SLACK = Long.getLong("referee.slack", 1);

    /** Clocks of one machine, rounded to milliseconds. */
    static final long TOLERANCE = 2;

    /** What was over shortly before may still be felt. */
    private static final long ECHO = 5_000;

    /** What is added to the length of a failure before all that failed has been tried again. */
    private static final long FIRST_WAITS = 6_000;

    /**
     * What something is measured by.
     *
     * @param name of the invariant
     * @param limit milliseconds without a fault that it may take, by the goals
     */
    enum Kind {
        CALM("I1", "nothing is done to the platform", 2_000),
        ONE("I2", "one process is killed, stopped or starved", 3_000),
        ALL("I3", "several, or the broker, are killed", 4_000),
        DARK("I3", "the broker is away for long, and much piles up", 10_000),
        OUTSIDE("I9", "directory or application fails", 20_000);

        final String name;
        final String when;
        final long limit;

        Kind(String name, String when, long limit) {
            this.name = name;
            this.when = when;
            this.limit = limit;
        }

        /** Milliseconds without a fault that it may take in this run. */
        long atMost() {
            return limit * SLACK;
        }

        private static Kind of(Fault fault) {
            return switch (fault.scope()) {
                case ONE -> ONE;
                case ALL -> ALL;
                case DARK -> DARK;
                case OUTSIDE -> OUTSIDE;
            };
        }
    }

    /** Under which faults something happened; the widest counts. */
    Kind kindOf(Span span) {
        Span felt = new Span(span.from() - ECHO, span.to());
        return faults.stream()
                .filter(fault -> fault.span().touches(felt))
                .map(Kind::of)
                .max(Comparator.naturalOrder())
                .orElse(Kind.CALM);
    }

    /** Whether what was held has to be of this window, and cannot be of an earlier one any more. */
    boolean isOf(Span due, Span held) {
        var into = new Span(due.from(), held.to());
        Kind kind = kindOf(into);
        boolean begunInside = held.from() >= due.from();
        return (kind == Kind.CALM && begunInside) || calmIn(into) > kind.atMost();
    }

    /** How much of the time nothing was done to the platform. */
    long calmIn(Span span) {
        return span.isEmpty() ? 0 : calm(span).length();
    }

    /** The longest stretch in which every fault was over for as long as it may be felt. */
    long longestWell(Span span) {
        var felt =
                faults.stream().map(f -> new Span(f.from(), f.span().to() + feltAfter(f))).toList();
        return Spans.union(felt).missingIn(span).all().stream()
                .mapToLong(Span::length)
                .max()
                .orElse(0);
    }

    /**
     * What failed for a short while waits for about as long again, and not for the longest wait.
     */
    private static long feltAfter(Fault fault) {
        Kind kind = Kind.of(fault);
        return kind == Kind.OUTSIDE
                ? Math.min(kind.limit, fault.span().length() + FIRST_WAITS)
                : kind.limit;
    }

    private Spans calm(Span span) {
        return Spans.union(faults.stream().map(Fault::span).toList()).missingIn(span);
    }
}
