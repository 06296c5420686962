package dev.ephor.connector;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Grants that the other side ends by itself should nobody withdraw them: the guard that is left
 * while the whole platform stays dead. Optional; a connector offers it by {@link
 * Connector#boundedGrants}, and is then asked for these instead of {@link Connector#grant}. Calls
 * block, never retry, and may come from several threads, as those of the connector.
 */
public interface BoundedGrants {

    /**
     * Makes each principal hold the access, and has the other side end it at its bound: {@link
     * Answer.Applied} or a failure, one answer for each, in the same order.
     *
     * <p>Of an access that was granted like this before, the bound becomes the one given, be it
     * later or earlier. Where somebody else told the other side to keep the access without an end,
     * it stays so and is answered as unchanged. {@link Connector#withdraw} ends the access at any
     * time before its bound, and finding it ended already is a success.
     *
     * @param grants of one group and one access
     */
    List<Answer> grant(List<Bounded> grants);

    /**
     * A membership, and how long the other side keeps it.
     *
     * @param length from now on, by the other side's own clock: nobody else's has to be right. The
     *     connector rounds it up to what the other side can tell apart, and to the shortest that it
     *     takes; it may be negative. Longer than the caller means to leave it there
     */
    record Bounded(Membership membership, Duration length) {
        public Bounded {
            Objects.requireNonNull(membership);
            Objects.requireNonNull(length);
        }
    }
}
