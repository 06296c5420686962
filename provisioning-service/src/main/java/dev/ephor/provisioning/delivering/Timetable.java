package dev.ephor.provisioning.delivering;

import dev.ephor.provisioning.application.Readings.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** When which group is to be read at which target; one group of a target at a time. */
final class Timetable {
    private final Map<Place, Visit> visits = new HashMap<>();
    private final Set<TargetId> busy = new HashSet<>();

    /**
     * @param asked whether it takes place although somebody read there lately
     */
    record Visit(Place place, Instant at, boolean asked) {}

    /** Knows of these places and no others; new ones are read at once. */
    synchronized void keep(Collection<Place> places) {
        visits.keySet().retainAll(Set.copyOf(places));
        places.forEach(p -> visits.putIfAbsent(p, new Visit(p, Instant.EPOCH, false)));
    }

    /**
     * Has some read at once.
     *
     * @return how many that are
     */
    synchronized int hurry(Predicate<Place> which) {
        var some = visits.keySet().stream().filter(which).toList();
        some.forEach(place -> visits.put(place, new Visit(place, Instant.EPOCH, true)));
        return some.size();
    }

    /** Plans the next visit of a place, unless it is no longer known or planned for earlier. */
    synchronized void next(Visit visit) {
        visits.computeIfPresent(
                visit.place(), (_, known) -> known.at().isBefore(visit.at()) ? known : visit);
    }

    /** A visit that is due; its target is busy until {@link #free}. */
    synchronized Optional<Visit> take(Instant now) {
        Optional<Visit> due =
                visits.values().stream()
                        .filter(v -> !v.at().isAfter(now) && !busy.contains(target(v.place())))
                        .min(Comparator.comparing(Visit::at));
        due.ifPresent(
                visit -> {
                    busy.add(target(visit.place()));
                    visits.put(visit.place(), new Visit(visit.place(), Instant.MAX, false));
                });
        return due;
    }

    synchronized void free(Place place) {
        busy.remove(target(place));
    }

    /** When the next visit is due that could take place; empty: none is planned. */
    synchronized Optional<Instant> nextDue() {
        return visits.values().stream()
                .filter(v -> !busy.contains(target(v.place())))
                .map(Visit::at)
                .min(Instant::compareTo);
    }

    static TargetId target(Place place) {
        return new TargetId(place.tenant(), place.target());
    }
}
