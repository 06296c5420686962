package dev.ephor.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a directory that can is to end a membership by itself, should Ephor not be there to do it:
 * some time after the end of the windows that follow one another without a gap.
 */
final class Bound {
    /**
     * Ephor's own removal comes first, also when it is late: after a restart, by the watchdog, or
     * throttled. Until then a window that follows directly can move the bound further out, and no
     * directory is asked for less than the five minutes that PIM takes at least.
     */
    static final Duration MARGIN = Duration.ofMinutes(5);

    /** A bound that moves by less than this stays where it is: it is covered by the margin. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private Bound() {}

    /**
     * @return null where no window is live: nothing of Ephor's own is to be bounded
     */
    static @Nullable Instant of(Grants state) {
        Optional<Instant> end = end(state.grants());
        return end.map(last -> last.plus(MARGIN)).orElse(null);
    }

    /** The end of the live windows, and of those that begin before it. */
    private static Optional<Instant> end(List<Grant> grants) {
        Optional<Instant> end = latest(grants, Grant::live);
        while (end.isPresent()) {
            Instant reached = end.get();
            Optional<Instant> further =
                    latest(grants, g -> !g.start().isAfter(reached))
                            .filter(later -> later.isAfter(reached));
            if (further.isEmpty()) {
                return end;
            }
            end = further;
        }
        return end;
    }

    private static Optional<Instant> latest(List<Grant> grants, Predicate<Grant> which) {
        return grants.stream().filter(which).map(Grant::end).max(Comparator.naturalOrder());
    }

    /** Whether the directory ought to be told of another bound than before. */
    static boolean moved(Grants before, Grants after) {
        Instant was = of(before);
        Instant is = of(after);
        return was != null && is != null && Duration.between(was, is).abs().compareTo(SLACK) >= 0;
    }
}
