package dev.ephor.quickstart.entra;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who is linked to one group in one way. Writes see the truth; reads see what a replica that lags
 * behind by some nanoseconds would show. Not thread-safe: the group's lock guards it.
 */
final class Links {
    private record Link(long since, long until) {
        static final long OPEN = Long.MAX_VALUE;

        boolean live() {
            return until == OPEN;
        }

        boolean seenAt(long instant) {
            return since <= instant && instant < until;
        }
    }

    private final NavigableMap<String, Link> byPrincipal = new TreeMap<>();

    boolean holds(String principal) {
        Link link = byPrincipal.get(principal);
        return link != null && link.live();
    }

    boolean add(String principal, long now) {
        if (holds(principal)) {
            return false;
        }
        byPrincipal.put(principal, new Link(now, Link.OPEN));
        return true;
    }

    /**
     * @param lag how long the ended link must still be seen by reads
     */
    boolean remove(String principal, long now, long lag) {
        if (!holds(principal)) {
            return false;
        }
        if (lag == 0) {
            byPrincipal.remove(principal);
            return true;
        }
        byPrincipal.values().removeIf(link -> !link.live() && link.until() < now - lag);
        byPrincipal.computeIfPresent(principal, (_, link) -> new Link(link.since(), now));
        return true;
    }

    boolean seen(String principal, long instant) {
        Link link = byPrincipal.get(principal);
        return link != null && link.seenAt(instant);
    }

    /** The principals seen at an instant, in their order, after the given one. */
    List<String> page(String after, long instant, int most) {
        return byPrincipal.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getValue().seenAt(instant))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> all() {
        return byPrincipal.entrySet().stream()
                .filter(entry -> entry.getValue().live())
                .map(Map.Entry::getKey)
                .toList();
    }
}
