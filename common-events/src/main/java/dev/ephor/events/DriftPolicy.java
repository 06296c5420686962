package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a group about a membership that the directory has and Ephor did not give, or the
 * reverse.
 *
 * @param grace how long after it was found it is reverted; an admin can stop that until then. Of no
 *     meaning where it is only reported
 */
public record DriftPolicy(Action action, Duration grace, Standing standing) {
    public static final Duration GRACE = Duration.ofMinutes(15);
    public static final DriftPolicy DEFAULT = new DriftPolicy(Action.REPORT, GRACE, Standing.KEEP);

    /** What is done about drift. */
    public enum Action {
        REPORT,
        REVERT;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Action of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** What a membership is that was there before an activation of it. */
    public enum Standing {
        /** Somebody else's: it stays when the activation ends. */
        KEEP,
        /** Drift: it goes when the activation ends. */
        DRIFT;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Standing of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** When drift that was found at this time is reverted; null: it is not. */
    public @Nullable Instant revertAt(Instant found) {
        return action == Action.REVERT ? found.plus(grace) : null;
    }
}
