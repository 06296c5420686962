package dev.ephor.audit.sealing;

import dev.ephor.audit.sealing.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where each segment of a broken log belongs, by following the hashes rather than the
 * sequence numbers: a segment belongs behind the one that ends with the hash it follows.
 */
final class Order {
    private final long from;
    private final @Nullable Hash anchor;
    private final List<Segment> asRead;
    private final Map<Hash, Segment> behind = new HashMap<>();
    private final Set<Segment> placed = new HashSet<>();
    private final List<Finding> faults = new ArrayList<>();

    Order(long from, @Nullable Hash anchor, List<Segment> asRead) {
        this.from = from;
        this.anchor = anchor;
        this.asRead = asRead;
    }

    List<Finding> faults() {
        asRead.forEach(segment -> behind.putIfAbsent(segment.follows(), segment));
        Segment beginning = anchor == null ? null : behind.get(anchor);
        if (beginning != null) {
            place(beginning, from);
        }
        long expected = from;
        for (Segment segment : bySequence()) {
            lookAt(segment, expected);
            expected = Math.max(expected, segment.last() + 1);
        }
        readTooLate();
        return faults;
    }

    private List<Segment> bySequence() {
        return asRead.stream().sorted(Comparator.comparingLong(Segment::first)).toList();
    }

    private void lookAt(Segment segment, long expected) {
        if (segment.first() > expected) {
            faults.add(missing(expected, segment.first() - 1));
        } else if (segment.first() < expected) {
            faults.add(repeated(segment, expected - 1));
        } else if (!placed.contains(segment) && !isTrustedBeginning(segment)) {
            faults.add(unlinked(segment));
        }
        if (!placed.contains(segment)) {
            place(segment, segment.first());
        }
    }

    private boolean isTrustedBeginning(Segment segment) {
        return anchor == null && segment.first() == from;
    }

    /** Places a segment, the one that follows it, and so on. */
    private void place(Segment segment, long place) {
        Segment next = segment;
        long truth = place;
        while (next != null && placed.add(next)) {
            if (next.first() != truth) {
                faults.add(reordered(next, truth));
            }
            truth += next.length();
            Segment follower = behind.get(next.end());
            next = follower == null ? behind.get(next.recomputedEnd()) : follower;
        }
    }

    /** A file may have the right lines in the wrong order. */
    private void readTooLate() {
        long latest = -1;
        for (Segment segment : asRead) {
            if (segment.first() < latest) {
                faults.add(
                        Finding.of(Kind.REORDERED, segment, "it was read after entry " + latest));
            }
            latest = Math.max(latest, segment.last());
        }
    }

    private static Finding missing(long first, long last) {
        return new Finding(Kind.MISSING, first, last, "it is not there");
    }

    private static Finding repeated(Segment segment, long known) {
        long last = Math.min(segment.last(), known);
        return new Finding(Kind.REPEATED, segment.first(), last, "there is more than one of it");
    }

    private static Finding reordered(Segment segment, long truth) {
        return Finding.of(Kind.REORDERED, segment, "it was sealed as entry " + truth);
    }

    private static Finding unlinked(Segment segment) {
        return Finding.of(
                Kind.UNLINKED,
                segment.first(),
                "it does not follow entry "
                        + (segment.first() - 1)
                        + ", which was replaced, or something between them was taken out");
    }
}
