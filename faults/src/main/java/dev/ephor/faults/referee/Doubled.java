package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything happens once: a window gives its membership once, an event is said under one id. */
final class Doubled implements Invariant {
    /** What is said at most once of an activation. */
    private static final Set<String> ONCE =
            Set.of(
                    "activation.requested",
                    "activation.approved",
                    "window.opened",
                    "activation.active",
                    "activation.expired",
                    "activation.deactivated",
                    "activation.revoked",
                    "activation.ended");

    @Override
    public List<Finding> check(History history) {
        return List.of(effects(history), events(history));
    }

    private static Finding effects(History history) {
        Map<Key, Intent> intents = history.intents();
        var bounds = new Bounds(history.faults());
        var broken = new ArrayList<String>();
        long checked = 0;
        for (String place : history.places().keySet()) {
            for (var held : history.held(place).entrySet()) {
                Spans due = intents.getOrDefault(held.getKey(), Intent.NONE).due();
                List<Span> times = held.getValue();
                for (int i = 1; i < times.size(); i++) {
                    checked++;
                    long again = times.get(i).from();
                    // Once taken inside of a window and given in the same one again.
                    if (Order.isCut(times.get(i - 1), due, bounds)
                            && due.holding(again).equals(due.holding(times.get(i - 1).to()))) {
                        broken.add(
                                "%s was given again at the %s at %d, in the same window"
                                        .formatted(held.getKey(), place, again));
                    }
                }
            }
        }
        return new Finding("I6", "no effect happened twice", checked, broken, "");
    }

    private static Finding events(History history) {
        Map<String, Set<String>> ids = new HashMap<>();
        history.log().stream()
                .filter(said -> ONCE.contains(said.type()))
                .forEach(
                        said ->
                                ids.computeIfAbsent(
                                                said.type() + " of " + said.activation(),
                                                _ -> new HashSet<>())
                                        .add(said.id()));
        List<String> broken =
                ids.entrySet().stream()
                        .filter(e -> e.getValue().size() > 1)
                        .map(e -> e.getKey() + " was said under " + e.getValue().size() + " ids")
                        .toList();
        return new Finding("I6", "no event was said twice", ids.size(), broken, "");
    }
}
