package dev.ephor.faults.referee;

import java.util.Set;

/**
 * Something the client asked for, with what it knows of it.
 *
 * @param start from when on the membership was wanted
 * @param end until when
 * @param sent when it was asked for the first time
 * @param answered when the last answer came
 * @param status of the last answer; 0 where none ever came
 * @param stumbled whether the server failed, or did not answer, on the way to that
 * @param id the activation; empty where the client never learnt it
 */
record Asked(
        String action,
        Key key,
        long start,
        long end,
        long sent,
        long answered,
        int status,
        boolean stumbled,
        String id) {
    private static final Set<String> ENDINGS = Set.of("selfDeactivate", "adminRemove");

    /** Whether it takes everything of the key away; it asks for a window otherwise. */
    boolean isEnding() {
        return ENDINGS.contains(action);
    }

    /** The server said that it is so. */
    boolean isCertain() {
        return status >= 200 && status < 300;
    }

    /**
     * The server may have done it: it did not say. What was refused in the end was not done, also
     * where the server was killed before: the repetition of what it has done gets the same answer.
     */
    boolean isPossible() {
        return isCertain() || status == 0 || status >= 500 || status == 409;
    }

    /** It failed on the way, and was refused when it was repeated. */
    boolean isRefusedAtLast() {
        return stumbled && !isPossible();
    }
}
