package dev.ephor.faults.referee;

import dev.ephor.faults.referee.Bounds.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** No membership outlives its windows by more than is said, at the directory and at App1. */
final class Overstays implements Invariant {
    /** Milliseconds, however little of them is calm. */
    private static final long DARK_LIMIT = 10_000;

    /**
     * An end, and when the membership was gone.
     *
     * @param calm milliseconds between the two in which nothing was done to the platform
     */
    private record Late(String place, Key key, Span span, long calm, Kind kind) {
        boolean tooLate() {
            return calm > kind.atMost();
        }

        @Override
        public String toString() {
            return "%s at the %s: due at %d, gone %d ms later, %d ms of them calm"
                    .formatted(key, place, span.from(), span.length(), calm);
        }
    }

    @Override
    public List<Finding> check(History history) {
        List<Late> all = late(history);
        var findings = new ArrayList<Finding>();
        for (Kind kind : Kind.values()) {
            findings.add(finding(kind, all.stream().filter(l -> l.kind == kind).toList()));
        }
        history.faults().stream()
                .filter(fault -> fault.scope() == Fault.Scope.DARK)
                .map(fault -> inTheDark(fault.span(), all))
                .forEach(findings::add);
        return findings;
    }

    /** Without a broker the directory is told all the same; the application cannot be. */
    private static Finding inTheDark(Span dark, List<Late> all) {
        List<Late> ends =
                all.stream()
                        .filter(l -> l.place.equals(History.DIRECTORY))
                        .filter(l -> dark.holds(l.span.from()))
                        .toList();
        long worst = ends.stream().mapToLong(l -> l.span.length()).max().orElse(0);
        return new Finding(
                "I3",
                "ended at the directory although the broker was away",
                ends.size(),
                ends.stream()
                        .filter(l -> l.span.length() > DARK_LIMIT)
                        .map(Late::toString)
                        .toList(),
                "worst %d ms (at most %d)".formatted(worst, DARK_LIMIT));
    }

    /** Every end of a membership: how late it was when nothing was wrong. */
    static List<Long> calmLateness(History history, String place) {
        return late(history).stream()
                .filter(l -> l.kind == Kind.CALM && l.place.equals(place))
                .map(l -> l.span.length())
                .sorted()
                .toList();
    }

    private static Finding finding(Kind kind, List<Late> ends) {
        long worst = ends.stream().mapToLong(l -> l.span.length()).max().orElse(0);
        long calm = ends.stream().mapToLong(Late::calm).max().orElse(0);
        return new Finding(
                kind.name,
                "ended in time while " + kind.when,
                ends.size(),
                ends.stream().filter(Late::tooLate).map(Late::toString).toList(),
                "worst %d ms, of calm %d ms (at most %d)".formatted(worst, calm, kind.atMost()));
    }

    private static List<Late> late(History history) {
        var all = new ArrayList<Late>();
        Map<Key, Intent> intents = history.intents();
        var bounds = new Bounds(history.faults());
        for (String place : history.places().keySet()) {
            history.held(place)
                    .forEach(
                            (key, held) -> {
                                Spans allowed = intents.getOrDefault(key, Intent.NONE).allowed();
                                held.stream()
                                        .filter(span -> !span.isOpen())
                                        .flatMap(span -> beyond(allowed, span).stream())
                                        .map(b -> late(place, key, b, bounds))
                                        .forEach(all::add);
                            });
        }
        return all;
    }

    private static Late late(String place, Key key, Span beyond, Bounds bounds) {
        return new Late(place, key, beyond, bounds.calmIn(beyond), bounds.kindOf(beyond));
    }

    /** What of a membership lay behind a window; what began before any is the order's affair. */
    private static List<Span> beyond(Spans allowed, Span held) {
        return allowed.all().stream()
                .filter(window -> window.holds(held.from()) || held.holds(window.to()))
                .map(window -> new Span(window.to(), end(allowed, window, held)))
                .filter(span -> span.to() >= span.from())
                .toList();
    }

    private static long end(Spans allowed, Span window, Span held) {
        return allowed.all().stream()
                .filter(later -> later.from() > window.to())
                .mapToLong(Span::from)
                .reduce(held.to(), Math::min);
    }
}
