package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a run.
 *
 * @param groupNames under which names the application knows the directory's groups
 * @param byHand what was done at the directory past Ephor; all else is of other memberships
 * @param places the effects at each place, such as the directory, in their order
 * @param ended when the run was over and everything had had its time
 */
record History(
        Map<String, String> groupNames,
        List<Asked> asked,
        List<Fault> faults,
        List<ByHand> byHand,
        Map<String, List<Effect>> places,
        List<Said> log,
        List<Sealed> sealed,
        long ended) {
    static final String DIRECTORY = "directory";
    static final String APPLICATION = "application";

    Map<Key, Intent> intents() {
        Map<Key, List<Asked>> byKey = new LinkedHashMap<>();
        asked.forEach(a -> byKey.computeIfAbsent(a.key(), _ -> new ArrayList<>()).add(a));
        Map<Key, Intent> intents = new LinkedHashMap<>();
        byKey.forEach((key, asks) -> intents.put(key, Intent.of(asks)));
        return intents;
    }

    /** When a key was a member at a place; what never ended is open. */
    Map<Key, List<Span>> held(String place) {
        Map<Key, List<Span>> held = new LinkedHashMap<>();
        for (Effect effect : places.getOrDefault(place, List.of())) {
            List<Span> spans = held.computeIfAbsent(effect.key(), _ -> new ArrayList<>());
            if (effect.added()) {
                spans.add(new Span(effect.at(), Span.OPEN));
            } else if (!spans.isEmpty()) {
                spans.add(new Span(spans.removeLast().from(), effect.at()));
            }
        }
        return held;
    }
}
