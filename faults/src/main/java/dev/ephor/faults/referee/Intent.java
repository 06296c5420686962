package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.List;

/**
 * What was intended for one membership: the union of its windows, as asked, extended and cut. A
 * client does not know everything, so there are two of them.
 *
 * @param allowed where the membership may be; outside of it nobody asked for it
 * @param due where it has to be: the server said yes, and nobody took it back
 */
record Intent(Spans allowed, Spans due) {
    static final Intent NONE = new Intent(Spans.NONE, Spans.NONE);

    static Intent of(List<Asked> asks) {
        var allowed = new ArrayList<Span>();
        var due = new ArrayList<Span>();
        for (Asked window : asks) {
            if (!window.isEnding() && window.isPossible()) {
                long begin = Math.max(window.start(), window.sent());
                allowed.add(new Span(begin, cutForSure(window, asks)));
                if (window.isCertain()) {
                    long known = Math.max(window.start(), window.answered());
                    due.add(new Span(known, cutPerhaps(window, asks)));
                }
            }
        }
        return new Intent(Spans.union(allowed), Spans.union(due));
    }

    /** The latest that the window can have been told to end. */
    private static long cutForSure(Asked window, List<Asked> asks) {
        return asks.stream()
                .filter(a -> a.isEnding() && a.isCertain() && a.sent() >= window.answered())
                .mapToLong(Asked::answered)
                .reduce(window.end(), Math::min);
    }

    /** The earliest. */
    private static long cutPerhaps(Asked window, List<Asked> asks) {
        return asks.stream()
                .filter(a -> a.isEnding() && a.isPossible() && a.answered() >= window.sent())
                .mapToLong(Asked::sent)
                .reduce(window.end(), Math::min);
    }
}
