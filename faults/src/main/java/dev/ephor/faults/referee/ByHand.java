package dev.ephor.faults.referee;

import java.util.List;

/**
 * Something that somebody did to a membership at the directory itself, past Ephor.
 *
 * @param at milliseconds since 1970
 * @param undone when it was as before again; {@link Span#OPEN} for never
 */
record ByHand(Key key, Way way, long at, long undone) {
    /** What was done. */
    enum Way {
        /** Somebody without a window was made a member. */
        ADDED,
        /** Somebody with a window was thrown out. */
        REMOVED,
        /** Somebody whose window had ended was made a member again. */
        RESTORED
    }

    static ByHand of(Key key, Way way, long at, List<Effect> directory) {
        boolean back = way == Way.REMOVED;
        long undone =
                directory.stream()
                        .filter(e -> e.key().equals(key) && e.added() == back && e.at() >= at)
                        .mapToLong(Effect::at)
                        .findFirst()
                        .orElse(Span.OPEN);
        return new ByHand(key, way, at, undone);
    }
}
