package dev.ephor.connector;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the other side made of a call, as a value: a connector throws only for a bug of its own.
 *
 * <p>{@code reason} is one line for a person: what was tried, what came back, what to do. It never
 * holds a secret or a token.
 */
public sealed interface Answer {

    /**
     * The other side accepted the change, or it was already so. Not yet a proof: {@link
     * Connector#observe} is.
     *
     * @param changed false where the other side said that it was already so; true also where it
     *     does not tell
     */
    record Applied(boolean changed) implements Answer {
        public Applied() {
            this(true);
        }
    }

    /**
     * What a read back found.
     *
     * @param present whether the principal holds the access now
     */
    record Observed(boolean present) implements Answer {}

    /**
     * Not now, but the same call may work later: throttled, locked, replicating, a 5xx.
     *
     * @param retryAfter how long the other side asked us to wait; null where it did not say
     * @param conflict whether somebody else was writing the same group: one write at a time helps
     */
    record Transient(String reason, @Nullable Duration retryAfter, boolean conflict)
            implements Answer {
        public Transient {
            Objects.requireNonNull(reason);
        }

        public Transient(String reason, @Nullable Duration retryAfter) {
            this(reason, retryAfter, false);
        }
    }

    /**
     * The same call will not work until a person changes something: no permission, no such group,
     * not writable.
     */
    record Rejected(String reason) implements Answer {
        public Rejected {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * No answer came: refused, reset, timed out. The change may or may not have happened: observe.
     */
    record Unreachable(String reason) implements Answer {
        public Unreachable {
            Objects.requireNonNull(reason);
        }
    }

    /** Whether the answer says that the call did its work. */
    default boolean succeeded() {
        return this instanceof Applied || this instanceof Observed;
    }

    /** The reason of a failure; the empty string for a success. */
    default String why() {
        return switch (this) {
            case Applied _, Observed _ -> "";
            case Transient t -> t.reason();
            case Rejected r -> r.reason();
            case Unreachable u -> u.reason();
        };
    }
}
