package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server said yes to comes about, and what became of it can be read in the log. */
final class Lost implements Invariant {
    /** A window in which all was well for so many milliseconds must have given the membership. */
    private static final long LONG_ENOUGH = 5_000;

    private static final Set<String> TERMINAL =
            Set.of(
                    "activation.ended",
                    "activation.canceled",
                    "activation.refused",
                    "activation.denied",
                    "approval.lapsed");

    @Override
    public List<Finding> check(History history) {
        return List.of(given(history), explained(history));
    }

    private static Finding given(History history) {
        var bounds = new Bounds(history.faults());
        var broken = new ArrayList<String>();
        long checked = 0;
        for (String place : history.places().keySet()) {
            Map<Key, List<Span>> held = history.held(place);
            for (var intent : history.intents().entrySet()) {
                for (Span due : intent.getValue().due().all()) {
                    if (bounds.longestWell(due) >= LONG_ENOUGH) {
                        checked++;
                        if (!isHeld(due, held.getOrDefault(intent.getKey(), List.of()), bounds)) {
                            broken.add(
                                    "%s was promised from %d to %d and never given at the %s"
                                            .formatted(
                                                    intent.getKey(), due.from(), due.to(), place));
                        }
                    }
                }
            }
        }
        return new Finding("I5", "what was promised was given", checked, broken, "");
    }

    /** By what began inside of it, or went on to its end. */
    private static boolean isHeld(Span due, List<Span> held, Bounds bounds) {
        return held.stream()
                .filter(span -> !span.within(due).isEmpty())
                .anyMatch(
                        span ->
                                span.from() >= due.from()
                                        || span.to() >= due.to() - Bounds.TOLERANCE
                                        || bounds.isOf(due, span));
    }

    private static Finding explained(History history) {
        Set<String> ended = new HashSet<>();
        history.log().stream()
                .filter(said -> TERMINAL.contains(said.type()))
                .forEach(said -> ended.add(said.activation()));
        List<Asked> promised =
                history.asked().stream()
                        .filter(a -> !a.isEnding() && a.isCertain() && a.end() < history.ended())
                        .toList();
        List<String> broken =
                promised.stream()
                        .filter(a -> !ended.contains(a.id()))
                        .map(
                                a ->
                                        "activation %s of %s has no end in the log"
                                                .formatted(a.id(), a.key()))
                        .toList();
        return new Finding(
                "I5", "what was promised has an end in the log", promised.size(), broken, "");
    }
}
