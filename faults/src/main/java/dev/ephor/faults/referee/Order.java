package dev.ephor.faults.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nothing is given outside of a window, and nothing is taken inside of one: a late grant revives no
 * ended window, and an old removal undoes no new grant.
 */
final class Order implements Invariant {
    @Override
    public List<Finding> check(History history) {
        Map<Key, Intent> intents = history.intents();
        var bounds = new Bounds(history.faults());
        var broken = new ArrayList<String>();
        long checked = 0;
        for (String place : history.places().keySet()) {
            for (var held : history.held(place).entrySet()) {
                Intent intent = intents.getOrDefault(held.getKey(), Intent.NONE);
                for (Span span : held.getValue()) {
                    checked++;
                    if (isUnasked(span, intent.allowed(), bounds)) {
                        broken.add(
                                "%s was given at the %s at %d, outside of every window"
                                        .formatted(held.getKey(), place, span.from()));
                    }
                    if (isCut(span, intent.due(), bounds)) {
                        broken.add(
                                "%s was taken at the %s at %d, inside of a window"
                                        .formatted(held.getKey(), place, span.to()));
                    }
                }
            }
        }
        return List.of(
                new Finding("I7", "given inside, taken outside of windows", checked, broken, ""));
    }

    /**
     * A grant that was on its way when its window ended may arrive for as long as an end is late.
     */
    private static boolean isUnasked(Span held, Spans allowed, Bounds bounds) {
        if (allowed.near(held.from(), Bounds.TOLERANCE).isPresent()) {
            return false;
        }
        long ended =
                allowed.all().stream()
                        .mapToLong(Span::to)
                        .filter(to -> to <= held.from())
                        .max()
                        .orElse(0);
        var late = new Span(ended, held.from());
        return ended == 0 || bounds.calmIn(late) > bounds.kindOf(late).atMost();
    }

    /**
     * Taken inside of a window. The end of an earlier one that is late, and whoever catches up and
     * is still at an earlier one, look so from outside; they have the time that an end has.
     */
    static boolean isCut(Span held, Spans due, Bounds bounds) {
        return !held.isOpen()
                && due.holding(held.to())
                        .filter(d -> held.to() < d.to() - Bounds.TOLERANCE)
                        .filter(d -> held.to() > d.from() + Bounds.TOLERANCE)
                        .filter(d -> bounds.isOf(d, held))
                        .isPresent();
    }
}
