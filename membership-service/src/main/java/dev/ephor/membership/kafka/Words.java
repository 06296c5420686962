package dev.ephor.membership.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that have a number: those that every state uses, and those that were met in the one at
 * hand. Writer and reader meet them in the same order.
 */
final class Words {
    /**
     * By their places: nothing may ever be taken out or put between. The pieces of events between
     * their quotation marks, types, and the names of stages.
     */
    private static final List<String> ALWAYS =
            List.of(
                    "{",
                    "key",
                    ":{",
                    "tenant",
                    ":",
                    ",",
                    "group",
                    "principal",
                    "access",
                    "member",
                    "owner",
                    "},",
                    "}",
                    "activationId",
                    "generation",
                    ":1,",
                    ":2,",
                    ":3,",
                    ":4,",
                    "start",
                    "end",
                    "confirmedAt",
                    "closedAt",
                    "membershipEnds",
                    ":true}",
                    ":false}",
                    "wantedSince",
                    "requestedBy",
                    "revokedBy",
                    "reason",
                    "dev.ephor.window.opened.v1",
                    "dev.ephor.activation.granted.v1",
                    "dev.ephor.activation.expired.v1",
                    "dev.ephor.activation.deactivated.v1",
                    "dev.ephor.activation.revoked.v1",
                    "dev.ephor.membership.removed.v1",
                    "dev.ephor.membership.stuck.v1",
                    "SCHEDULED",
                    "OPEN",
                    "GRANTED",
                    "");

    private static final Map<String, Integer> NUMBERS = numbers();

    /** Where the numbers of words that were met begin; below it there is room for more. */
    private static final int MET = 64;

    /** So many numbers fit into the byte that begins a text, beside what else it may say. */
    static final int MOST = 240;

    private static final int SHORTEST = 4;

    private final List<String> met = new ArrayList<>();

    /** The number of a word; -1 where it has none. */
    int numberOf(String word) {
        Integer always = NUMBERS.get(word);
        if (always != null) {
            return always;
        }
        int place = met.indexOf(word);
        return place < 0 ? -1 : MET + place;
    }

    /**
     * @throws IndexOutOfBoundsException for a number that was never given
     */
    String at(int number) {
        return number < MET ? ALWAYS.get(number) : met.get(number - MET);
    }

    /** Gives a word a number, where that is worth it. */
    void meet(String word) {
        if (word.length() >= SHORTEST && MET + met.size() < MOST) {
            met.add(word);
        }
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        for (String word : ALWAYS) {
            numbers.put(word, numbers.size());
        }
        return Map.copyOf(numbers);
    }
}
