package dev.ephor.faults.referee;

import dev.ephor.faults.referee.Bounds.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The log says before, or at the latest with it, what happens at the directory. */
final class Entries implements Invariant {
    private static final String OPENED = "window.opened";
    private static final Set<String> CLOSED =
            Set.of("activation.expired", "activation.deactivated", "activation.revoked");

    /** How much later the broker may have had it. */
    private static final long LATER = 1_000;

    @Override
    public List<Finding> check(History history) {
        Map<Key, List<Said>> wishes = wishes(history);
        var bounds = new Bounds(history.faults());
        var broken = new ArrayList<String>();
        Map<Key, Long> before = new HashMap<>();
        long checked = 0;
        for (Effect effect : history.places().getOrDefault(History.DIRECTORY, List.of())) {
            long since = Optional.ofNullable(before.put(effect.key(), effect.at())).orElse(0L);
            // The second guard does without the log when that cannot be had.
            if (bounds.kindOf(new Span(effect.at(), effect.at())) == Kind.CALM) {
                checked++;
                if (!isSaid(effect, since, wishes.getOrDefault(effect.key(), List.of()))) {
                    broken.add(
                            "%s %s at %d, and the log did not know"
                                    .formatted(
                                            effect.key(),
                                            effect.added() ? "was given" : "was taken",
                                            effect.at()));
                }
            }
        }
        return List.of(
                new Finding("I10", "the log knew what the directory did", checked, broken, ""));
    }

    private static Map<Key, List<Said>> wishes(History history) {
        Map<Key, List<Said>> wishes = new HashMap<>();
        for (Said said : history.log()) {
            Optional<Key> key = said.membership();
            if (key.isPresent() && (said.type().equals(OPENED) || endsMembership(said))) {
                wishes.computeIfAbsent(key.get(), _ -> new ArrayList<>()).add(said);
            }
        }
        return wishes;
    }

    private static boolean endsMembership(Said said) {
        return CLOSED.contains(said.type())
                && new String(said.value(), StandardCharsets.UTF_8)
                        .replace(" ", "")
                        .contains("\"membershipEnds\":true");
    }

    /** Some wish of the effect's kind was heard since the membership last changed. */
    private static boolean isSaid(Effect effect, long since, List<Said> wishes) {
        return wishes.stream()
                .filter(said -> said.type().equals(OPENED) == effect.added())
                .anyMatch(
                        said ->
                                said.timestamp() >= since - LATER
                                        && said.timestamp() <= effect.at() + LATER);
    }
}
