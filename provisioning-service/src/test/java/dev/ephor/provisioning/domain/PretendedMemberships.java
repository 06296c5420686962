package dev.ephor.provisioning.domain;

import dev.ephor.events.MembershipEvent.OfActivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A naive membership-service with one membership: windows open and close, and the directory follows
 * in its own time. Whether an overlapping window makes a generation of its own is left to chance,
 * for the contract leaves it open.
 */
final class PretendedMemberships {
    private final Random random;
    private final boolean countsOverlaps;

    /** Windows that are open, and whether the directory was seen to hold the membership since. */
    private final Map<String, Boolean> open = new LinkedHashMap<>();

    private final Set<String> closed = new HashSet<>();
    private final Set<String> endedTheMembership = new HashSet<>();
    private long generation;
    private int count;
    private boolean removing;
    private String lastClosed;
    private boolean inDirectory;

    PretendedMemberships(Random random) {
        this.random = random;
        this.countsOverlaps = random.nextBoolean();
    }

    /** Activations that are granted and whose window is open. */
    Set<String> live() {
        var live = new HashSet<String>();
        open.forEach((id, granted) -> live.addAll(granted ? Set.of(id) : Set.of()));
        return live;
    }

    Set<String> closed() {
        return closed;
    }

    boolean endedTheMembership(String id) {
        return endedTheMembership.contains(id);
    }

    boolean inDirectory() {
        return inDirectory;
    }

    Optional<OfActivation> step() {
        return switch (random.nextInt(4)) {
            case 0 -> opens();
            case 1 -> closes();
            default -> removing ? removed() : grants();
        };
    }

    List<OfActivation> settle() {
        var rest = new ArrayList<OfActivation>();
        for (var next = grants(); next.isPresent(); next = grants()) {
            rest.add(next.get());
        }
        removed().ifPresent(rest::add);
        return rest;
    }

    private Optional<OfActivation> opens() {
        if (open.isEmpty() || countsOverlaps) {
            generation++;
        }
        removing = false;
        open.put("a" + count++, false);
        return Optional.empty();
    }

    private Optional<OfActivation> closes() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        lastClosed = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
        open.remove(lastClosed);
        closed.add(lastClosed);
        if (!open.isEmpty()) {
            generation += countsOverlaps ? 1 : 0;
            return Optional.of(Story.closed(lastClosed, generation));
        }
        generation++;
        removing = true;
        endedTheMembership.add(lastClosed);
        return Optional.of(Story.ended(lastClosed, generation));
    }

    private Optional<OfActivation> grants() {
        for (var window : open.entrySet()) {
            if (!window.getValue()) {
                window.setValue(true);
                inDirectory = true;
                return Optional.of(Story.granted(window.getKey(), generation));
            }
        }
        return Optional.empty();
    }

    private Optional<OfActivation> removed() {
        if (!removing) {
            return Optional.empty();
        }
        removing = false;
        inDirectory = false;
        return Optional.of(Story.removed(lastClosed, generation));
    }
}
