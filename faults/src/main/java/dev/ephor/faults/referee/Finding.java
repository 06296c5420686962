package dev.ephor.faults.referee;

import java.util.List;

/**
 * What came of looking at one invariant.
 *
 * @param name such as {@code I1}
 * @param checked how many cases were looked at
 * @param violations each in a sentence
 * @param worst the worst value; empty where there is none to tell
 */
record Finding(String name, String what, long checked, List<String> violations, String worst) {
    private static final int SHOWN = 5;

    boolean isBroken() {
        return !violations.isEmpty();
    }

    String line() {
        return "%-4s %-66s checked %6d   violations %4d   %s"
                .formatted(name, what, checked, violations.size(), worst)
                .stripTrailing();
    }

    /** The first violations, for people. */
    List<String> shown() {
        return violations.stream().limit(SHOWN).map(v -> "       " + v).toList();
    }
}
