package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Directories.Call;
import dev.ephor.membership.application.Rosters.Managed;
import dev.ephor.membership.application.Sightings.Sighting;
import dev.ephor.membership.domain.Grants;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a directory shows with what the local windows want, and tells what differs. What
 * Ephor itself changed may be shown late, so a difference about a membership that it knows is
 * looked at a second time, a while later, before it is told. Not thread-safe.
 */
final class Comparing {
    /** Longer than a directory's replicas usually lag behind one another. */
    static final Duration LAG = Duration.ofSeconds(10);

    private static final int BATCH = 20;
    private static final int REMEMBERED = 50_000;

    private final FindMemberships find;
    private final FindTroubles troubles;
    private final Directories directories;
    private final Sightings sightings;
    private final SweepMeasures measures;
    private final Map<MembershipKey, Instant> doubtful = new LinkedHashMap<>();
    private final Queue<MembershipKey> lost = new ConcurrentLinkedQueue<>();
    private final Remembered told = new Remembered(REMEMBERED);

    Comparing(
            FindMemberships find,
            FindTroubles troubles,
            Directories directories,
            Sightings sightings,
            SweepMeasures measures) {
        this.find = find;
        this.troubles = troubles;
        this.directories = directories;
        this.sightings = sightings;
        this.measures = measures;
    }

    /**
     * @param key one that this instance owns
     * @param readAt not later than the directory was read
     */
    void compare(MembershipKey key, boolean present, Instant readAt) {
        // What the log did not take was not told: a sweep finds it again.
        for (MembershipKey untold = lost.poll(); untold != null; untold = lost.poll()) {
            told.remove(untold);
        }
        Optional<Grants> known = find.find(key);
        if (known.isEmpty()) {
            settle(key, false, present, readAt);
        } else if (!known.get().outstanding()) {
            if (known.get().wanted().present() == present) {
                settle(known.get(), present, readAt);
            } else if (!told.has(key)) {
                doubtful.putIfAbsent(key, readAt.plus(LAG));
            }
        }
    }

    /** When a second look is due; {@link Instant#MAX}: none is. */
    Instant nextLook() {
        return doubtful.values().stream().findFirst().orElse(Instant.MAX);
    }

    /**
     * Takes a second look at some of those that are due.
     *
     * @return false where the directory could not be asked
     */
    boolean lookAgain(Instant now) {
        List<MembershipKey> due =
                doubtful.entrySet().stream()
                        .takeWhile(e -> !e.getValue().isAfter(now))
                        .map(Map.Entry::getKey)
                        .limit(BATCH)
                        .toList();
        doubtful.keySet().removeAll(due);
        return due.stream().collect(Collectors.groupingBy(Remembered.Group::of)).values().stream()
                .map(keys -> look(keys, now))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean look(List<MembershipKey> keys, Instant now) {
        List<Answer> answers = directories.call(Call.OBSERVE, keys);
        boolean asked = true;
        for (int i = 0; i < keys.size(); i++) {
            MembershipKey key = keys.get(i);
            switch (answers.get(i)) {
                case Answer.Observed(boolean present) ->
                        known(key).ifPresent(g -> settle(g, present, now));
                case Answer.Rejected _ -> {
                    // Asking again would not help; a full sweep may.
                }
                default -> {
                    doubtful.put(key, now.plus(LAG));
                    asked = false;
                }
            }
        }
        return asked;
    }

    private Optional<Grants> known(MembershipKey key) {
        return find.find(key).filter(grants -> !grants.outstanding());
    }

    private void settle(Grants known, boolean present, Instant at) {
        if (known.drift().isPresent()) {
            // Told, if not in this life.
            told.add(known.key());
        }
        settle(known.key(), known.wanted().present(), present, at);
    }

    private void settle(MembershipKey key, boolean wanted, boolean present, Instant at) {
        if (wanted == present) {
            // Who told of a difference tells that it is gone.
            if (told.remove(key)) {
                tell(key, present, at);
            }
        } else if (!told.has(key)) {
            told.add(key);
            tell(key, present, at);
        }
    }

    private void tell(MembershipKey key, boolean present, Instant at) {
        var _ =
                sightings
                        .tell(new Sighting(key, present, at))
                        .exceptionally(
                                _ -> {
                                    lost.add(key);
                                    return null;
                                });
        measures.sighted(present);
    }

    /** The memberships of a group that should be there, or that were told of in any life. */
    Stream<MembershipKey> expected(Managed managed) {
        String prefix = managed.tenant() + "/" + managed.group() + "/";
        Predicate<MembershipKey> meant = key -> key.access() == managed.access();
        Stream<MembershipKey> wanted =
                find.current(prefix, meant, Integer.MAX_VALUE).stream()
                        .filter(grants -> grants.wanted().present())
                        .map(Grants::key);
        Stream<MembershipKey> troubled =
                troubles.troubled(prefix).stream().map(Grants::key).filter(meant);
        Stream<MembershipKey> remembered = List.copyOf(told.of(group(managed))).stream();
        return Stream.of(wanted, troubled, remembered).flatMap(s -> s).distinct();
    }

    /** Tells the differences of a group anew: something else is to be done about them. */
    void forget(Managed managed) {
        told.forget(group(managed));
    }

    private static Remembered.Group group(Managed managed) {
        return new Remembered.Group(managed.tenant(), managed.group(), managed.access());
    }
}
