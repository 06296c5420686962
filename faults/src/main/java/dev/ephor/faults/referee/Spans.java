package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stretches of time, in order and apart from each other. */
record Spans(List<Span> all) {
    static final Spans NONE = new Spans(List.of());

    /** Whatever is in one of them; those that meet become one. */
    static Spans union(Collection<Span> some) {
        var merged = new ArrayList<Span>();
        some.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparingLong(Span::from))
                .forEach(span -> append(merged, span));
        return new Spans(List.copyOf(merged));
    }

    private static void append(List<Span> merged, Span next) {
        if (merged.isEmpty() || merged.getLast().to() < next.from()) {
            merged.add(next);
        } else {
            Span last = merged.removeLast();
            merged.add(new Span(last.from(), Math.max(last.to(), next.to())));
        }
    }

    /** What of a stretch is in none of these. */
    Spans missingIn(Span whole) {
        var gaps = new ArrayList<Span>();
        long from = whole.from();
        for (Span span : all) {
            gaps.add(new Span(from, Math.min(span.from(), whole.to())));
            from = Math.max(from, span.to());
        }
        gaps.add(new Span(from, whole.to()));
        return union(gaps);
    }

    long length() {
        return all.stream().mapToLong(Span::length).sum();
    }

    Optional<Span> holding(long at) {
        return all.stream().filter(span -> span.holds(at)).findFirst();
    }

    /** The one that holds the instant, or begins or ends within so many milliseconds of it. */
    Optional<Span> near(long at, long tolerance) {
        return all.stream()
                .filter(span -> span.from() - tolerance <= at && at < span.to() + tolerance)
                .findFirst();
    }
}
