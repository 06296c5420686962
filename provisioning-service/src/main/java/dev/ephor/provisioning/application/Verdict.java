package dev.ephor.provisioning.application;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a target made of a try.
 *
 * @param answer one line for a person: what was tried and what came back
 * @param retryAfter how long the target asked us to wait
 */
public record Verdict(Kind kind, String answer, @Nullable Duration retryAfter) {

    /** What the answer amounts to. */
    public enum Kind {
        /** Told, and read back as wanted. */
        CONFIRMED,
        /** Told and accepted, but read back otherwise. */
        CONTRADICTED,
        /** Not now. */
        TRANSIENT,
        /** Not until a person changes something. */
        REJECTED,
        /** No answer came. */
        UNREACHABLE,
        /** Not asked: the target does not answer, and another call finds out when it does. */
        HELD,
        /**
         * Looked at without being told anything, and found to have something else than is wanted.
         */
        DRIFTED;

        /** The word in the log, its API and the metrics. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
