package dev.ephor.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes one call of a connector out of the pieces that the other side takes at once. */
public final class Batches {

    private Batches() {}

    /**
     * Makes the calls one after the other, and stops where one found the other side unavailable:
     * the rest would only wait, or be throttled, for the same answer.
     *
     * @param most how many memberships one piece has at most; a membership that is asked for twice
     *     is in one piece only
     * @param call answers every membership of its piece
     * @return one answer for each membership asked for, in that order
     */
    public static List<Answer> inPieces(
            List<Membership> asked,
            int most,
            Function<List<Membership>, Map<Membership, Answer>> call) {
        List<Membership> distinct = asked.stream().distinct().toList();
        Map<Membership, Answer> answers = new HashMap<>();
        for (int from = 0; from < distinct.size(); ) {
            int to = (int) Math.min((long) from + most, distinct.size());
            Map<Membership, Answer> piece = call.apply(distinct.subList(from, to));
            answers.putAll(piece);
            boolean unavailable = piece.values().stream().allMatch(Batches::isUnavailable);
            if (unavailable) {
                Answer last = piece.values().iterator().next();
                distinct.subList(to, distinct.size()).forEach(m -> answers.put(m, last));
                break;
            }
            from = to;
        }
        return asked.stream().map(answers::get).toList();
    }

    private static boolean isUnavailable(Answer answer) {
        return answer instanceof Answer.Transient || answer instanceof Answer.Unreachable;
    }
}
