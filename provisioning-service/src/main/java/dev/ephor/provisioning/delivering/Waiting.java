package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What waits in one lane, at most one delivery for a membership. Not for several threads. */
final class Waiting {
    private final Map<MembershipKey, Place> places = new HashMap<>();
    private final Map<Change, NavigableMap<Place, DueDelivery>> queues =
            new EnumMap<>(Change.class);
    private long count;
    private Change last = Change.GRANT;

    /** By time, then in the order of arrival. */
    private record Place(Change change, Instant dueAt, long number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTime = dueAt.compareTo(other.dueAt);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    Waiting() {
        for (Change change : Change.values()) {
            queues.put(change, new TreeMap<>());
        }
    }

    /** Takes a delivery in, unless the one that waits for the same membership is newer. */
    void offer(DueDelivery delivery) {
        Place known = places.get(delivery.key());
        if (known != null) {
            if (!delivery.replaces(at(known))) {
                return;
            }
            queue(known.change).remove(known);
        }
        var place = new Place(delivery.change(), delivery.dueAt(), count++);
        places.put(delivery.key(), place);
        queue(place.change).put(place, delivery);
    }

    /**
     * What is due, of one change, oldest first. Removals go first; while both are due they take
     * turns, so that a removal waits for one call at most and grants are not starved.
     */
    List<DueDelivery> take(Instant now, int atMost) {
        Change preferred = last == Change.WITHDRAW ? Change.GRANT : Change.WITHDRAW;
        last = isDue(preferred, now) ? preferred : other(preferred);
        var taken = new ArrayList<DueDelivery>();
        while (taken.size() < atMost && isDue(last, now)) {
            DueDelivery first = queue(last).pollFirstEntry().getValue();
            places.remove(first.key());
            taken.add(first);
        }
        return taken;
    }

    Optional<Instant> nextDue() {
        return queues.values().stream()
                .filter(queue -> !queue.isEmpty())
                .map(queue -> queue.firstKey().dueAt)
                .min(Instant::compareTo);
    }

    /**
     * Makes some of it due at once.
     *
     * @return how many memberships that are
     */
    int hurry(Predicate<MembershipKey> which) {
        List<DueDelivery> some = all().filter(delivery -> which.test(delivery.key())).toList();
        // At one generation and change, what is due earlier takes the place of what is there.
        some.forEach(delivery -> offer(delivery.dueAt(Instant.EPOCH)));
        return some.size();
    }

    int size() {
        return places.size();
    }

    long stuck() {
        return all().filter(DueDelivery::stuck).count();
    }

    private Stream<DueDelivery> all() {
        return queues.values().stream().map(Map::values).flatMap(Collection::stream);
    }

    private boolean isDue(Change change, Instant now) {
        var queue = queue(change);
        return !queue.isEmpty() && !queue.firstKey().dueAt.isAfter(now);
    }

    private DueDelivery at(Place place) {
        return java.util.Objects.requireNonNull(queue(place.change).get(place));
    }

    private NavigableMap<Place, DueDelivery> queue(Change change) {
        return java.util.Objects.requireNonNull(queues.get(change));
    }

    private static Change other(Change change) {
        return change == Change.GRANT ? Change.WITHDRAW : Change.GRANT;
    }
}
