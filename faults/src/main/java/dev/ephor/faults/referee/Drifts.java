package dev.ephor.faults.referee;

import dev.ephor.faults.referee.ByHand.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What somebody does to a group by hand is reported, or as it was, soon; an end that was undone so
 * comes about all the same.
 */
final class Drifts implements Invariant {
    /** Milliseconds without a fault that it may take. */
    private static final long SOON = 60_000 * Bounds.SLACK;

    @Override
    public List<Finding> check(History history) {
        return List.of(
                finding(
                        "what was done by hand was reported, or is undone",
                        history,
                        history.byHand().stream().filter(h -> h.way() != Way.RESTORED).toList(),
                        hand -> Math.min(hand.undone(), reported(hand, history))),
                finding(
                        "what had ended and was restored by hand was taken again",
                        history,
                        history.byHand().stream().filter(h -> h.way() == Way.RESTORED).toList(),
                        ByHand::undone));
    }

    private static long reported(ByHand hand, History history) {
        return history.log().stream()
                .filter(said -> said.type().equals("drift.detected"))
                .filter(said -> said.timestamp() >= hand.at())
                .filter(said -> said.membership().filter(hand.key()::equals).isPresent())
                .mapToLong(Said::timestamp)
                .min()
                .orElse(Span.OPEN);
    }

    private static Finding finding(
            String what, History history, List<ByHand> hands, ToLongFunction<ByHand> found) {
        var bounds = new Bounds(history.faults());
        long worst = 0;
        var broken = new ArrayList<String>();
        for (ByHand hand : hands) {
            var time = new Span(hand.at(), Math.min(found.applyAsLong(hand), history.ended()));
            worst = Math.max(worst, bounds.calmIn(time));
            if (bounds.calmIn(time) > SOON) {
                broken.add(
                        "%s by hand: %s at %d, and not found in time"
                                .formatted(hand.way(), hand.key(), hand.at()));
            }
        }
        return new Finding(
                "I16",
                what,
                hands.size(),
                broken,
                "worst %d ms of calm (at most %d)".formatted(worst, SOON));
    }
}
