package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** At the end nobody is a member who has no window, and nothing was given up. */
final class LeftBehind implements Invariant {
    static final String NOBODY = "nobody is left behind";

    @Override
    public List<Finding> check(History history) {
        Map<Key, Intent> intents = history.intents();
        var broken = new ArrayList<String>();
        long checked = 0;
        for (String place : history.places().keySet()) {
            for (var held : history.held(place).entrySet()) {
                checked++;
                Span last = held.getValue().getLast();
                Spans allowed = intents.getOrDefault(held.getKey(), Intent.NONE).allowed();
                if (last.isOpen() && allowed.holding(history.ended()).isEmpty()) {
                    broken.add(
                            "%s is still at the %s, since %d"
                                    .formatted(held.getKey(), place, last.from()));
                }
            }
        }
        return List.of(new Finding("I9", NOBODY, checked, broken, ""), deadLetters(history));
    }

    private static Finding deadLetters(History history) {
        List<Said> letters =
                history.log().stream().filter(s -> s.topic().equals("ephor.dead-letters")).toList();
        return new Finding(
                "I9",
                "nothing was given up (dead letters)",
                history.log().size(),
                letters.stream().map(Said::place).toList(),
                "");
    }
}
