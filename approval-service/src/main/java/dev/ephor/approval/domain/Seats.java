package dev.ephor.approval.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The seats of a stage's panels, as many as each quorum, and who fills them. Nobody sits twice; who
 * could sit in several panels moves where that lets another sit (augmenting paths in a bipartite
 * graph), so that as many seats are filled as these people can fill.
 */
public final class Seats {
    private final List<PanelPeople> panels;
    private final BiPredicate<String, Integer> fits;
    private final List<List<String>> filled = new ArrayList<>();

    /**
     * @param people in the order in which they are seated
     * @param fits whether a person counts in the panel of an index
     */
    Seats(List<PanelPeople> panels, Iterable<String> people, BiPredicate<String, Integer> fits) {
        this.panels = panels;
        this.fits = fits;
        panels.forEach(_ -> filled.add(new ArrayList<>()));
        for (String person : people) {
            if (areFull()) {
                break;
            }
            seat(person, new HashSet<>());
        }
    }

    /** Whether every panel has its quorum. */
    public boolean areFull() {
        for (int panel = 0; panel < panels.size(); panel++) {
            if (missing(panel) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Who fills the seats of the panel of an index. */
    public List<String> filled(int panel) {
        return List.copyOf(filled.get(panel));
    }

    /** How many seats of the panel of an index are empty. */
    public int missing(int panel) {
        return Math.max(0, panels.get(panel).quorum() - filled.get(panel).size());
    }

    private boolean seat(String person, Set<Integer> tried) {
        for (int panel = 0; panel < panels.size(); panel++) {
            if (fits.test(person, panel) && tried.add(panel) && seatIn(panel, person, tried)) {
                return true;
            }
        }
        return false;
    }

    private boolean seatIn(int panel, String person, Set<Integer> tried) {
        List<String> here = filled.get(panel);
        if (missing(panel) > 0) {
            return here.add(person);
        }
        for (int place = 0; place < here.size(); place++) {
            if (seat(here.get(place), tried)) {
                here.set(place, person);
                return true;
            }
        }
        return false;
    }
}
